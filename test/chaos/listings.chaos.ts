import { breakStory } from '../make/break-story.ts'
import { LISTINGS_STORY } from '../make/crash-listings.ts'

breakStory(LISTINGS_STORY, { oneIn: 1 })
