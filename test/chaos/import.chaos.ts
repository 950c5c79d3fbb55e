import { breakStory } from '../make/break-story.ts'
import { chaosDensity } from '../make/chaos-density.ts'
import { IMPORT_STORY } from '../make/crash-scenes.ts'

breakStory(IMPORT_STORY, chaosDensity())
