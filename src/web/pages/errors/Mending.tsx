import { createContext, lazy, type ReactNode, Suspense, useContext, useState } from 'react'
import type { Group } from './error-api.ts'

const MapSkuDrawer = lazy(async () => ({ default: (await import('./MapSkuDrawer.tsx')).MapSkuDrawer }))
const MethodDrawer = lazy(async () => ({ default: (await import('./MethodDrawer.tsx')).MethodDrawer }))

const Opener = createContext<(group: Group) => void>(() => undefined)
/** Opens what mends a problem in place. */
export const useMending = (): ((group: Group) => void) => useContext(Opener)

/** Holds the drawer in which something is mended: it stays open when the problem under it has gone from the page. */
export function Mending({ children }: { readonly children: ReactNode }) {
  const [group, setGroup] = useState<Group | null>(null)
  const Drawer = group?.mend === 'map-sku' ? MapSkuDrawer : MethodDrawer
  return (
    <Opener value={setGroup}>
      {children}
      {group && (
        <Suspense>
          <Drawer group={group} close={() => setGroup(null)} />
        </Suspense>
      )}
    </Opener>
  )
}
