import { Drawer, type DrawerProps, Modal, type ModalProps } from '@mantine/core'
import { useEffect, useId } from 'react'
import { words } from '../words/en.ts'
import { useFocusHome } from './use-focus-home.ts'

const CLOSE = { 'aria-label': words.close }

/** The dialogs that stand open, the topmost last. */
const open: string[] = []

/** Of several dialogs Escape closes the topmost alone. */
function useClosing(close: () => void): () => void {
  const id = useId()
  useEffect(() => {
    open.push(id)
    // Later than the key that closes it: the same press is no press for the one below.
    return () => void setTimeout(() => open.splice(open.indexOf(id), 1))
  }, [id])
  return () => open.at(-1) === id && close()
}

/** A dialog over the page. It stands as long as it is drawn; Escape closes it, and its opener has the focus again. */
export function Dialog({ onClose, ...shown }: Omit<ModalProps, 'opened' | 'closeButtonProps'>) {
  useFocusHome()
  return <Modal opened onClose={useClosing(onClose)} closeButtonProps={CLOSE} {...shown} />
}

/** The same at the side, where the page beside it is worth seeing. */
export function SidePanel({ onClose, ...shown }: Omit<DrawerProps, 'opened' | 'closeButtonProps' | 'position'>) {
  useFocusHome()
  return <Drawer opened onClose={useClosing(onClose)} position="right" closeButtonProps={CLOSE} {...shown} />
}
