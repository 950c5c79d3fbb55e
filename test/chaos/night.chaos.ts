import { breakStory } from '../make/break-story.ts'
import { chaosDensity } from '../make/chaos-density.ts'
import { NIGHT_STORY } from '../make/crash-night.ts'

breakStory(NIGHT_STORY, chaosDensity())
