import { Anchor, Text, Title } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { Fragment, type ReactNode } from 'react'
import { OWN_KINDS } from '#core/spreadsheet/own-field.ts'
import { takeTemplate } from '../../parts/OwnFiles.tsx'
import { importWords } from '../../words/imports.ts'
import { ownFileWords } from '../../words/own-files.ts'

const say = importWords.what
/** Amazon's own page of its inventory file templates, in the reader's language. */
const TEMPLATE_PAGES = 'https://sellercentral.amazon.com/gp/help/external/G1641'

type Bringable = { readonly name: string; readonly about: string; readonly way?: ReactNode }

/** The empty spreadsheets of own files, each under its name. */
function Templates() {
  return OWN_KINDS.map((kind, at) => (
    <Fragment key={kind}>
      {at > 0 && ', '}
      <Anchor component="button" type="button" size="sm" underline="always" onClick={() => void takeTemplate(kind)}>
        {ownFileWords.what[kind]}
      </Anchor>
    </Fragment>
  ))
}

/** What can be brought here and what has a place of its own, one entry each (T3, T5, H1, H3, S2). */
const WHAT: readonly Bringable[] = [
  {
    name: say.template,
    about: say.templateAbout,
    way: (
      <a href={TEMPLATE_PAGES} target="_blank" rel="noreferrer" className="quiet-link">
        {say.templatePages}
      </a>
    ),
  },
  { name: ownFileWords.what.name, about: ownFileWords.what.about, way: <Templates /> },
  {
    name: say.orders,
    about: say.ordersAbout,
    way: (
      <Link to="/submissions" search={{ tab: 'files' }} className="quiet-link">
        {say.toOrders}
      </Link>
    ),
  },
  {
    name: say.channels,
    about: say.channelsAbout,
    way: (
      <Link to="/orders/channels" className="quiet-link">
        {say.toChannels}
      </Link>
    ),
  },
  {
    name: say.tracking,
    about: say.trackingAbout,
    way: (
      <Link to="/shipping" className="quiet-link">
        {say.toShipping}
      </Link>
    ),
  },
]

/** The list "What you can bring", and what of Amazon's template is not taken. */
export const WhatToBring = () => (
  <section className="card rows" aria-labelledby="what-to-bring">
    <Title order={2} id="what-to-bring">
      {say.title}
    </Title>
    <dl className="brought">
      {WHAT.map(({ name, about, way }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>
            {about} {way}
          </dd>
        </div>
      ))}
    </dl>
    <Text size="sm" className="says-so">
      {say.priceIgnored}
    </Text>
  </section>
)
