import type { Runtime } from '../../src/runtime'
import { caseOf, county } from './county'

/** A county with one article that residents can open, and the names its events may carry. */
export async function publicItem(product: Pick<Runtime, 'payload'>) {
  const made = await county(product)
  const { payload } = product
  await payload.create({ collection: 'varieties', data: { name: '粤语', tag: 'yue', code: 'yue' } })
  await payload.create({ collection: 'channels', data: { name: '首页', code: 'home', kind: 'site' } })
  const article = await payload.create({
    collection: 'articles',
    data: { ...caseOf(made), office: made.south.id, slug: 'wages', _status: 'published' },
    context: { workflow: 'approve' },
  })
  return { ...made, article }
}
