import { Tabs } from '@mantine/core'
import type { ReactNode } from 'react'

type Shown<Tab extends string> = {
  /** In their order; the first is shown where the address names none. */
  readonly tabs: readonly Tab[]
  readonly shown: Tab
  nameOf(tab: Tab): ReactNode
  readonly pages: Readonly<Record<Tab, ReactNode>>
  /** Goes to the address of another tab; of the first one it is empty. */
  open(search: { readonly tab?: Tab }): void
}

/** The tabs of a page: one is shown, and its name stands in the address; instead of one that somebody may not see, the first. */
export const PageTabs = <Tab extends string>({ tabs, shown, nameOf, pages, open }: Shown<Tab>) => (
  <Tabs
    value={tabs.includes(shown) ? shown : tabs[0]}
    onChange={(next) => open(next === tabs[0] ? {} : { tab: next as Tab })}
    keepMounted={false}
  >
    <Tabs.List mb="md">
      {tabs.map((each) => (
        <Tabs.Tab key={each} value={each}>
          {nameOf(each)}
        </Tabs.Tab>
      ))}
    </Tabs.List>
    {tabs.map((each) => (
      <Tabs.Panel key={each} value={each}>
        {pages[each]}
      </Tabs.Panel>
    ))}
  </Tabs>
)
