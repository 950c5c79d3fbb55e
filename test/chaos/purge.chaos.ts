import { breakStory } from '../make/break-story.ts'
import { PURGE_STORY } from '../make/crash-purge.ts'

breakStory(PURGE_STORY, { oneIn: 1 })
