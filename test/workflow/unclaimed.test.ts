import { createLocalReq } from 'payload'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { officeScope } from '../../collections/access/officeScope'
import { readUnclaimed } from '../../src/admin/desk/unclaimed'
import { county, type County } from '../support/county'
import { testRuntime } from '../support/payload'

let product: Awaited<ReturnType<typeof testRuntime>>
let home: County
const ids: string[] = []
beforeAll(async () => {
  product = await testRuntime()
  home = await county(product)
  for (let n = 1; n <= 7; n++) ids.push(await imported(n, home.south.id))
  await imported(8, home.north.id)
  await product.payload.create({
    collection: 'articles',
    draft: true,
    data: { title: '自己写的', office: home.south.id } as never,
    ...{ user: home.people.editor, overrideAccess: false },
  })
})
afterAll(() => product.dispose())

/** As the import leaves it: no writer, no topic, a draft. */
async function imported(n: number, office: string) {
  const data = { title: `导入的案例 ${n}`, importKey: `case-${n}`, office }
  const { id } = await product.payload.create({ collection: 'articles', draft: true, data: data as never })
  return String(id)
}
async function waitingFor(user: County['people']['editor']) {
  const req = await createLocalReq({ user: { ...user, collection: 'users' } }, product.payload)
  return readUnclaimed(req, await officeScope(req))
}

it('imported cases of the own office wait for a writer: the newest five, and how many there are', async () => {
  const { lines, total, href } = await waitingFor(home.people.editor)
  expect(total).toBe(7)
  expect(lines.map(({ title }) => title)).toEqual([7, 6, 5, 4, 3].map((n) => `导入的案例 ${n}`))
  expect(href).toContain(`[office][in]=${home.south.id}`)
})

it('whoever begins to write one takes it off the desks of the others', async () => {
  await product.payload.update({
    collection: 'articles',
    id: ids[6]!,
    draft: true,
    data: { answer: '能。' },
    ...{ user: home.people.editor, overrideAccess: false },
  })
  const { lines, total } = await waitingFor(home.people.editor)
  expect(total).toBe(6)
  expect(lines.map(({ title }) => title)).not.toContain('导入的案例 7')
})
