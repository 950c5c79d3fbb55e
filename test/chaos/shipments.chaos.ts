import { breakStory } from '../make/break-story.ts'
import { SHIPMENTS_STORY } from '../make/crash-shipments.ts'

breakStory(SHIPMENTS_STORY, { oneIn: 1 })
