import { breakStory } from '../make/break-story.ts'
import { chaosDensity } from '../make/chaos-density.ts'
import { IMPORTS_STORY } from '../make/crash-imports.ts'

breakStory(IMPORTS_STORY, chaosDensity())
