import { breakStory } from '../make/break-story.ts'
import { chaosDensity } from '../make/chaos-density.ts'
import { SHIPMENTS_STORY } from '../make/crash-shipments.ts'

breakStory(SHIPMENTS_STORY, chaosDensity())
