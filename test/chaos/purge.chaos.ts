import { breakStory } from '../make/break-story.ts'
import { chaosDensity } from '../make/chaos-density.ts'
import { PURGE_STORY } from '../make/crash-purge.ts'

breakStory(PURGE_STORY, chaosDensity())
