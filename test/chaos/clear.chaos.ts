import { breakStory } from '../make/break-story.ts'
import { chaosDensity } from '../make/chaos-density.ts'
import { CLEAR_STORY } from '../make/crash-clear.ts'

breakStory(CLEAR_STORY, chaosDensity())
