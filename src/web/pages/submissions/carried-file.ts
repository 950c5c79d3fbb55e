import type { components } from '../../generated/api.ts'
import { submissionsWords } from '../../words/submissions.ts'

const say = submissionsWords.files

/** A file that a person carries to Seller Central. */
export type CarriedFile = components['schemas']['Submission']

/** What a file is called here. */
export const nameOf = ({ kind, file }: Pick<CarriedFile, 'kind' | 'file'>) => say.name(say.kinds[kind], file)
