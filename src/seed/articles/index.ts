import { businessStories } from './business'
import { elderlyStories } from './elderly'
import { youthStories } from './youth'

export const stories = [...elderlyStories, ...youthStories, ...businessStories]
export type { Cited, Story, StoryBlock } from './story'
