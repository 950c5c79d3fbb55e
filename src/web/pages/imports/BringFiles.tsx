import { Button, FileButton, Stack, Text } from '@mantine/core'
import { IconFileUpload } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { type DragEvent, useEffect, useRef, useState } from 'react'
import { useMay } from '../../session.ts'
import { importWords } from '../../words/imports.ts'
import { bringFiles } from './bring-queue.ts'

const say = importWords.bring
const KINDS = '.xlsx,.xlsm,.csv,.tsv,.txt'

/** Where files are dropped or chosen; one alone is shown as soon as it is here (T3, T5). */
export function BringFiles() {
  const may = useMay('items:write')
  const navigate = useNavigate()
  const [over, setOver] = useState(false)
  const here = useRef(true)
  useNoFileOpens()
  useEffect(() => {
    here.current = true
    return () => {
      here.current = false
    }
  }, [])
  const bring = async (files: readonly File[]) => {
    if (!may || files.length === 0) return
    const one = await bringFiles(files)
    // Who has gone elsewhere meanwhile is left there.
    if (one !== undefined && here.current) await navigate({ to: '/amazon', search: { tab: 'import', import: one } })
  }
  return (
    <section
      className="card drop brings"
      aria-label={say.label}
      data-over={over || undefined}
      onDragOver={() => setOver(may)}
      onDragLeave={(event) => leaves(event) && setOver(false)}
      onDrop={(event) => {
        setOver(false)
        void bring([...event.dataTransfer.files])
      }}
    >
      <Stack align="center" gap="xs">
        <IconFileUpload size={30} stroke={1.5} aria-hidden="true" />
        <Text fw={600}>{over ? say.over : say.drop}</Text>
        <FileButton accept={KINDS} multiple onChange={(files) => void bring(files)}>
          {(props) => (
            <Button {...props} size="sm" disabled={!may} title={may ? undefined : importWords.cannot}>
              {say.choose}
            </Button>
          )}
        </FileButton>
        <Text size="xs" c="dimmed" ta="center" maw={340} className="about">
          {may ? say.kinds : importWords.cannot}
        </Text>
      </Stack>
    </section>
  )
}

/** Between the parts of the section the pointer leaves one and enters another. */
const leaves = ({ currentTarget, relatedTarget }: DragEvent): boolean =>
  !(relatedTarget instanceof Node && currentTarget.contains(relatedTarget))

/** A file that misses the place is not opened by the browser instead of this page. */
function useNoFileOpens(): void {
  useEffect(() => {
    const stop = (event: Event) => event.preventDefault()
    addEventListener('dragover', stop)
    addEventListener('drop', stop)
    return () => {
      removeEventListener('dragover', stop)
      removeEventListener('drop', stop)
    }
  }, [])
}
