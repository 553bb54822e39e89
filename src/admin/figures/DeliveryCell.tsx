import type { DefaultServerCellComponentProps } from 'payload'
import { idOf } from '../../../collections/access'
import type { Figure } from '../../payload-types'

/** Which send a figure counts, in the words a person knows it by: the title and the channel, not the code. */
export async function DeliveryCell({ rowData, payload }: DefaultServerCellComponentProps) {
  const id = idOf((rowData as Partial<Figure>).delivery)
  const row =
    id &&
    (await payload.findByID({
      ...{ collection: 'deliveries', id, depth: 1, disableErrors: true, select: { item: true, channel: true } },
      populate: { articles: { title: true }, videos: { title: true }, channels: { name: true } },
    }))
  if (!row) return <span>—</span>
  const { item, channel } = row
  const words = [item.value, channel].map((one) =>
    typeof one === 'object' && one ? ('title' in one ? one.title : one.name) : null,
  )
  return <span>{words.filter(Boolean).join(' · ')}</span>
}
