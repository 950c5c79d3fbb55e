import { breakStory } from '../make/break-story.ts'
import { chaosDensity } from '../make/chaos-density.ts'
import { LISTINGS_STORY } from '../make/crash-listings.ts'

breakStory(LISTINGS_STORY, chaosDensity())
