import { breakStory } from '../make/break-story.ts'
import { chaosDensity } from '../make/chaos-density.ts'
import { HINTS_STORY } from '../make/crash-hints.ts'

breakStory(HINTS_STORY, chaosDensity())
