import { type Checked, checkedAs, collectFaults, findTwice, isText } from '../settings/faults.ts'
import { TOPICS, type Topic } from './topics.ts'

/** Somebody who is told by mail, and of what (N1). */
export type NotifiedPerson = { readonly address: string; readonly topics: readonly Topic[] }

/** How many people a merchant may have told. */
export const MOST_PEOPLE = 50

const ADDRESS = /^[\w.!#$%&'*+/=?^`{|}~-]{1,64}@[a-z0-9](?:[a-z0-9.-]{0,188}[a-z0-9])?$/i

/** True for one plain e-mail address: no name beside it, no list, no line breaks. */
export const isAddress = (text: string): boolean => isText(text, 3, 254) && ADDRESS.test(text) && !text.includes('..')

/** What must hold to save who is told; addresses differ in more than capitals (N1). */
export function checkPeople(entered: readonly NotifiedPerson[]): Checked<NotifiedPerson[]> {
  const faults = collectFaults()
  faults.need(entered.length <= MOST_PEOPLE, 'people', `must be at most ${MOST_PEOPLE}`)
  entered.forEach(({ address, topics }, at) => {
    faults.need(isAddress(address), `people[${at}].address`, 'must be an e-mail address, such as office@example.com')
    const known = topics.every((topic) => TOPICS.some((each) => each === topic))
    faults.need(topics.length > 0 && known, `people[${at}].topics`, `must be some of ${TOPICS.join(', ')}`)
  })
  findTwice(
    entered.map((person) => person.address.toLowerCase()),
    (at) => `people[${at}].address`,
    faults,
  )
  const inOrder = ({ address, topics }: NotifiedPerson) => ({
    address,
    topics: TOPICS.filter((topic) => topics.includes(topic)),
  })
  return checkedAs(entered.map(inOrder), faults)
}
