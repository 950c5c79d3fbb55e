import '@mantine/core/styles.css'
import './console.css'
import './over.css'
import './lists.css'
import './items.css'
import './facts.css'
import './orders.css'
import './errors.css'
import './stock.css'
import './imports.css'
import './phone.css'
import { MantineProvider } from '@mantine/core'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { queries } from './api.ts'
import { fetchFirst, router } from './router.tsx'
import { theme, variables } from './theme.ts'

/** The server writes a new one into each page: without it no style of ours is taken (CSP). */
const nonce = document.querySelector<HTMLMetaElement>('meta[name=csp-nonce]')?.content

// What keeps the page from scrolling under a dialog asks for it by this name.
Object.assign(globalThis, { __webpack_nonce__: nonce })

const place = document.getElementById('console')
if (!place) throw new Error('The page has no place for the console.')
fetchFirst()
createRoot(place).render(
  <StrictMode>
    <MantineProvider
      theme={theme}
      cssVariablesResolver={variables}
      defaultColorScheme="auto"
      getStyleNonce={() => nonce ?? ''}
    >
      <QueryClientProvider client={queries}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </MantineProvider>
  </StrictMode>,
)
