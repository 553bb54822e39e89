import type { Role } from '../../src/lib/roles'
import type { User } from '../../src/payload-types'
import type { Runtime } from '../../src/runtime'

export const PASSWORD = 'Ming-bai-2026'

/** A county with two townships and the colleagues that the access rules tell apart. */
export async function county({ payload }: Pick<Runtime, 'payload'>) {
  const office = (name: string, level: 'county' | 'township', parent?: string) =>
    payload.create({ collection: 'offices', data: { name, level, parent } })
  const bureau = await office('青石县司法局', 'county')
  const south = await office('南溪司法所', 'township', bureau.id)
  const north = await office('北岭司法所', 'township', bureau.id)
  const lan = { username: 'lan', name: '蓝小月', roles: ['editor' as const], office: south.id }
  const editor = (await payload.create({ collection: 'users', data: { ...lan, password: PASSWORD } })) as User
  // To hash a password takes a sixth of a second, and all have the same one.
  const { hash, salt } = (await payload.db.findOne<User & { hash: string; salt: string }>({
    collection: 'users',
    where: { id: { equals: editor.id } },
  }))!
  const person = async (username: string, name: string, roles: Role[], office: string | null, more = {}) => {
    const data = { username, name, roles, office, mustChangePassword: false, hash, salt, ...more }
    const { id } = await payload.db.create({ collection: 'users', data })
    return (await payload.findByID({ collection: 'users', id })) as User
  }
  const people = {
    editor,
    otherEditor: await person('bei', '白小北', ['editor'], north.id),
    reviewer: await person('shen', '沈细心', ['reviewer'], bureau.id),
    reviewer2: await person('shen2', '沈再看', ['reviewer'], bureau.id),
    publisher: await person('qian', '钱大笔', ['publisher'], bureau.id),
    townPublisher: await person('nan', '南所长', ['publisher', 'editor'], south.id),
    manager: await person('ling', '凌领导', ['manager'], bureau.id),
    auditor: await person('ji', '纪审计', ['auditor'], bureau.id),
    admin: await person('guan', '管理员', ['admin'], bureau.id),
    newcomer: await person('xin', '新同事', ['editor'], south.id, { mustChangePassword: true }),
  }
  const topic = await payload.create({ collection: 'topics', data: { name: '劳动用工', nameEn: 'Labour' } })
  const segment = await payload.create({ collection: 'segments', data: { name: '老年人', nameEn: 'Elderly' } })
  return { bureau, south, north, people, topic, segment }
}
export type County = Awaited<ReturnType<typeof county>>

/** What a complete case explainer needs. */
export const caseOf = ({ topic, segment }: Pick<County, 'topic' | 'segment'>, title = '老板不给工钱，怎么要？') => ({
  title,
  form: 'case' as const,
  verdict: 'yes' as const,
  answer: '能要。先找劳动监察，再申请仲裁。',
  topic: topic.id,
  segments: [segment.id],
  story: richText('老王干了三个月，老板一分没给。'),
})

export const richText = (text: string) => ({
  root: {
    type: 'root',
    format: '' as const,
    indent: 0,
    version: 1,
    direction: 'ltr' as const,
    children: [
      {
        type: 'paragraph',
        format: '',
        indent: 0,
        version: 1,
        direction: 'ltr',
        textFormat: 0,
        children: [{ type: 'text', text, detail: 0, format: 0, mode: 'normal', style: '', version: 1 }],
      },
    ],
  },
})
