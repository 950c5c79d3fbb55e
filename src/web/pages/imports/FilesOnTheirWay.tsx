import { ActionIcon, Group, Loader, Text } from '@mantine/core'
import { IconCheck, IconClock, IconX } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { importWords } from '../../words/imports.ts'
import { type FileOnItsWay, forgetFile, useFilesOnTheirWay } from './bring-queue.ts'

const say = importWords.bring

/** Files that were dropped, how far each is, and why one was refused; nothing once each is looked at. */
export function FilesOnTheirWay() {
  const files = useFilesOnTheirWay()
  if (files.length === 0) return null
  return (
    <section className="card" aria-label={say.list}>
      <ul className="steps" aria-live="polite">
        {files.map((file) => (
          <FileLine key={file.id} file={file} />
        ))}
      </ul>
    </section>
  )
}

function FileLine({ file: { id, name, state, brought, why } }: { readonly file: FileOnItsWay }) {
  return (
    <li>
      <Sign state={state} />
      <div>
        <Text size="sm" fw={600} className="breaks">
          {name}
        </Text>
        <Text size="sm" c={state === 'refused' ? 'red' : 'dimmed'}>
          {state === 'refused' ? why : say[state]}
        </Text>
      </div>
      <Group gap="xs" wrap="nowrap">
        {brought !== undefined && (
          <Link to="/amazon" search={{ tab: 'import', import: brought }} className="quiet-link">
            {say.open}
          </Link>
        )}
        {state !== 'sending' && (
          <ActionIcon
            variant="subtle"
            color="gray"
            size="sm"
            aria-label={say.forget(name)}
            onClick={() => forgetFile(id)}
          >
            <IconX size={14} aria-hidden="true" />
          </ActionIcon>
        )}
      </Group>
    </li>
  )
}

function Sign({ state }: Pick<FileOnItsWay, 'state'>) {
  if (state === 'sending') return <Loader size={16} aria-hidden="true" />
  if (state === 'here') return <IconCheck size={18} className="done" aria-hidden="true" />
  if (state === 'refused') return <IconX size={18} color="var(--mantine-color-error)" aria-hidden="true" />
  return <IconClock size={18} aria-hidden="true" />
}
