import { Router } from 'express'
import { existsSync } from 'node:fs'
import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { randomUUID } from 'node:crypto'
import path from 'node:path'
import { CodedError } from '../../lib/errors'
import type { Runtime } from '../../runtime'
import type { Repository } from '../repository'
import { cardName, cardOf, type Card, type CardShape } from './card'
import { drawCard } from './draw'

const address = /^((?:articles|videos)-[a-z0-9][a-z0-9-]*)-[0-9a-f]{16}(-square)?\.jpg$/i
const YEAR = 365 * 24 * 3600

/**
 * `/media/cards/<articles or videos>-<slug>-<hash>[-square].jpg`: the share card of a public item, drawn when somebody
 * first asks and kept. Only what the item says today is ever drawn, so no address fills the disk; the address of an
 * earlier wording leads to the card of today, for links that were shared long ago.
 */
export function cardsRouter({ env }: Runtime, repo: Repository): Router {
  const folder = path.resolve(env.DATA_DIR, 'cards')
  const tmp = path.resolve(env.DATA_DIR, 'tmp')
  const drawing = new Map<string, Promise<void>>()
  const router = Router()

  router.get('/media/cards/:name', async (req, res) => {
    const asked = String(req.params.name)
    const [, item, square] = address.exec(asked) ?? []
    const card = item && (await current(item))
    if (!card) throw new CodedError('not-found')
    const shape = square ? 'square' : 'wide'
    const name = cardName(card, shape)
    if (name !== asked) {
      res.set('cache-control', 'no-store').redirect(302, `${env.BASE_PATH}/media/cards/${name}`)
      return
    }
    await (drawing.get(name) ?? keep(name, card, shape))
    res.set({ 'cache-control': `public, max-age=${YEAR}, immutable`, 'x-content-type-options': 'nosniff' })
    res.sendFile(name, { root: folder, cacheControl: false, lastModified: false })
  })
  return router

  async function current(item: string): Promise<Card | undefined> {
    const [, kind, slug] = /^(articles|videos)-(.+)$/.exec(item)!
    const row = await repo.itemAt(kind as 'articles' | 'videos', slug!)
    return row && cardOf(await repo.facts(), row, await repo.image(row.cover))
  }

  /** Draws once for everybody who waits. */
  function keep(name: string, card: Card, shape: CardShape): Promise<void> {
    if (existsSync(path.join(folder, name))) return Promise.resolve()
    const work = draw(name, card, shape).finally(() => drawing.delete(name))
    drawing.set(name, work)
    return work
  }

  async function draw(name: string, card: Card, shape: CardShape): Promise<void> {
    const picture = card.picture && pathOf(card.picture)
    // Neither a card without its picture nor an error is kept under an address that promises one.
    if (picture && !existsSync(picture)) throw new CodedError('not-found')
    const bytes = await drawCard(card, shape, picture ?? undefined)
    await Promise.all([mkdir(folder, { recursive: true }), mkdir(tmp, { recursive: true })])
    const part = path.join(tmp, `${randomUUID()}.jpg`)
    await writeFile(part, bytes)
    for (const old of await readdir(folder))
      if (address.exec(old)?.[1] === card.item && old.endsWith('-square.jpg') === (shape === 'square'))
        await rm(path.join(folder, old), { force: true })
    await rename(part, path.join(folder, name))
  }

  function pathOf({ of, file }: NonNullable<Card['picture']>): string {
    return path.resolve(env.DATA_DIR, ...(of === 'images' ? ['uploads', 'images'] : ['streams']), file)
  }
}
