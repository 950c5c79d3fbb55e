import { Checkbox, Stack, Text } from '@mantine/core'

/** One thing that can be chosen, and what it means. */
export type Choice<Value extends string> = {
  readonly value: Value
  readonly label: string
  readonly about?: string
  readonly disabled?: boolean
}

type Shown<Value extends string> = {
  readonly label: string
  readonly hint?: string
  readonly choices: readonly Choice<Value>[]
  readonly chosen: readonly Value[]
  choose(chosen: Value[]): void
}

/** Any number of things, each with a sentence that says what it does. */
export function Choices<Value extends string>({ label, hint, choices, chosen, choose }: Shown<Value>) {
  return (
    <Checkbox.Group
      label={label}
      description={hint}
      value={[...chosen]}
      onChange={(next) => choose(next as Value[])}
      size="xs"
    >
      <Stack gap={8} mt={8}>
        {choices.map(({ value, label: name, about, disabled }) => (
          <Checkbox
            key={value}
            value={value}
            disabled={disabled}
            size="xs"
            label={<Text size="sm">{name}</Text>}
            description={about}
          />
        ))}
      </Stack>
    </Checkbox.Group>
  )
}
