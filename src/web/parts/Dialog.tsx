import { Drawer, type DrawerProps, Modal, type ModalProps } from '@mantine/core'
import { words } from '../words/en.ts'
import { useFocusHome } from './use-focus-home.ts'

const CLOSE = { 'aria-label': words.close }

/** A dialog over the page. It stands as long as it is drawn; Escape closes it, and its opener has the focus again. */
export function Dialog(shown: Omit<ModalProps, 'opened' | 'closeButtonProps'>) {
  useFocusHome()
  return <Modal opened closeButtonProps={CLOSE} {...shown} />
}

/** The same at the side, where the page beside it is worth seeing. */
export function SidePanel(shown: Omit<DrawerProps, 'opened' | 'closeButtonProps' | 'position'>) {
  useFocusHome()
  return <Drawer opened position="right" closeButtonProps={CLOSE} {...shown} />
}
