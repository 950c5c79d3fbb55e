import { breakStory } from '../make/break-story.ts'
import { NIGHT_STORY } from '../make/crash-night.ts'

breakStory(NIGHT_STORY, { oneIn: 1 })
