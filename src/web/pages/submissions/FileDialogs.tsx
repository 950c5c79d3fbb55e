import { Checkbox, FileInput, Text } from '@mantine/core'
import { useState } from 'react'
import { answer, api } from '../../api.ts'
import { Ask } from '../../parts/Ask.tsx'
import { tell } from '../../parts/told.tsx'
import { submissionsWords } from '../../words/submissions.ts'
import { type CarriedFile, nameOf } from './carried-file.ts'
import { goingUpChanged } from './going-up.ts'

const say = submissionsWords.files
type Of = { readonly file: Pick<CarriedFile, 'file' | 'kind'>; close(): void }
const pathOf = ({ file }: Pick<CarriedFile, 'file'>) => ({ params: { path: { file: String(file) } } })

/** Reads Seller Central's processing report of a file back (H2). */
export function ReportDialog({ file, close }: Of) {
  const [report, setReport] = useState<File | null>(null)
  const run = async () => {
    const body = { report: (await report?.text()) ?? '' }
    const told = await answer(api.POST('/api/v1/files/{file}/report', { ...pathOf(file), body }))
    await goingUpChanged()
    tell(say.reported(told.taken, told.refused, told.unsure))
  }
  return (
    <Ask title={say.reportTitle(nameOf(file))} does={say.reportSave} disabled={report === null} run={run} close={close}>
      <Text size="sm">{say.reportAbout}</Text>
      <FileInput
        label={say.reportFile}
        placeholder={say.reportHint}
        accept=".txt,.tsv,text/plain"
        value={report}
        onChange={setReport}
        data-autofocus
      />
    </Ask>
  )
}

/** Withdraws a file that nobody uploaded; of refunds that has to be said (H2). */
export function WithdrawDialog({ file, close }: Of) {
  const [never, setNever] = useState(false)
  const refunds = file.kind === 'adjustment'
  const run = async () => {
    const body = { neverUploaded: never }
    await answer(api.POST('/api/v1/files/{file}/withdraw', { ...pathOf(file), body }))
    await goingUpChanged()
    tell(say.withdrawn)
  }
  return (
    <Ask
      title={say.withdrawTitle(nameOf(file))}
      does={say.withdraw}
      danger
      disabled={refunds && !never}
      run={run}
      close={close}
    >
      <Text size="sm">{say.withdrawWhy}</Text>
      {refunds && (
        <Checkbox
          size="xs"
          label={say.neverUploaded}
          checked={never}
          onChange={(event) => setNever(event.currentTarget.checked)}
        />
      )}
    </Ask>
  )
}
