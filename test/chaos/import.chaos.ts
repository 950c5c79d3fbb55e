import { breakStory } from '../make/break-story.ts'
import { IMPORT_STORY } from '../make/crash-scenes.ts'

breakStory(IMPORT_STORY, { oneIn: 1 })
