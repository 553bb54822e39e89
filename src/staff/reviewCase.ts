import type { Request } from 'express'
import { createLocalReq, getLocalI18n, type PayloadRequest } from 'payload'
import { idOf } from '../../collections/access'
import { officeScope } from '../../collections/access/officeScope'
import type { Role } from '../lib/roles'
import type { Runtime } from '../runtime'
import { speaksUnread } from './filmSubtitles'
import type { ReviewCase } from './reviewRules'
import type { Staff } from './staff'
import { latestVersion, type ItemCollection, type Version } from './version'

export type Opened = { item: ReviewCase; version: Version; req: PayloadRequest; main: Record<string, unknown> | null }

/** Reads everything the review rules ask about one item, for one colleague. */
export async function openCase(
  { payload }: Runtime,
  me: Staff,
  asked: Request,
  collection: ItemCollection,
  id: string,
): Promise<Opened> {
  const version = await latestVersion(payload, collection, id)
  const req = await payloadRequest(payload, me, asked)
  const [main, scope, settings] = await Promise.all([
    payload.db.findOne<Record<string, unknown> & { id: string }>({ collection, where: { id: { equals: id } }, req }),
    officeScope(req),
    payload.findGlobal({ slug: 'settings', depth: 0 }),
  ])
  const office = idOf(version.doc.office)
  const named = office
    ? await payload.findByID({ collection: 'offices', id: office, depth: 0, disableErrors: true })
    : null
  const review = version.doc.review ?? {}
  const item: ReviewCase = {
    stage: review.stage ?? 'draft',
    hash: version.hash,
    submittedBy: idOf(review.submittedBy),
    submittedAt: review.submittedAt ?? null,
    submittedHash: review.submittedHash ?? null,
    approvedHash: review.approvedHash ?? null,
    writers: (review.writers ?? []).map(idOf).filter((writer) => writer !== null),
    signoffs: (review.signoffs ?? []).map((signoff) => ({
      by: idOf(signoff.by),
      at: signoff.at ?? null,
      versionHash: signoff.versionHash ?? null,
      decision: signoff.decision,
    })),
    stages: Math.max(1, settings.reviewStages ?? 1),
    office,
    officeReviewer: idOf(named?.reviewer),
    isPublic: main?._status === 'published',
    lacksSubtitles:
      collection === 'videos' && settings.dialectNeedsSubtitles !== false && (await speaksUnread(payload, version)),
    me: { id: me.id, roles: (me.roles ?? []) as Role[], scope },
  }
  return { item, version, req, main }
}

/** A Payload request in the reader's language, for labels and validation messages. */
async function payloadRequest(payload: Runtime['payload'], user: Staff, asked: Request): Promise<PayloadRequest> {
  const language = asked.acceptsLanguages('zh', 'en') === 'en' ? 'en' : 'zh'
  const i18n = await getLocalI18n({ config: payload.config, language })
  return createLocalReq({ user, req: { i18n, payload } as Partial<PayloadRequest> }, payload)
}
