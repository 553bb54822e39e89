import type { CollectionConfig } from 'payload'
import { articles } from './articles'
import { audit } from './audit'
import { campaigns } from './campaigns'
import { channels } from './channels'
import { credits } from './credits'
import { deliveries } from './deliveries'
import { figures } from './figures'
import { files } from './files'
import { holidays } from './holidays'
import { namingKnownRows } from './hooks/known'
import { images } from './images'
import { kits } from './kits'
import { links } from './links'
import { loans } from './loans'
import { mediaSteps } from './mediaSteps'
import { occasions } from './occasions'
import { offices } from './offices'
import { provisions } from './provisions'
import { questions } from './questions'
import { readings } from './readings'
import { segments } from './segments'
import { series } from './series'
import { signals } from './signals'
import { statutes } from './statutes'
import { subtitles } from './subtitles'
import { topics } from './topics'
import { tracks } from './tracks'
import { users } from './users'
import { varieties } from './varieties'
import { videos } from './videos'

/** Everything we keep, in the order of the admin's menu. */
export const collections: CollectionConfig[] = [
  articles,
  videos,
  tracks,
  subtitles,
  readings,
  images,
  files,
  loans,
  campaigns,
  deliveries,
  channels,
  links,
  figures,
  questions,
  signals,
  topics,
  segments,
  varieties,
  series,
  occasions,
  holidays,
  statutes,
  provisions,
  offices,
  users,
  audit,
  mediaSteps,
  kits,
  credits,
].map(namingKnownRows)
export { demandWeights } from './demandWeights'
export { settings } from './settings'
