import { breakStory } from '../make/break-story.ts'
import { CLEAR_STORY } from '../make/crash-clear.ts'

breakStory(CLEAR_STORY, { oneIn: 1 })
