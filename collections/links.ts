import type { CollectionConfig } from 'payload'
import { label } from '../src/lib/labels'
import { only, staff } from './access'
import { ofOwnOffice } from './access/related'

/** Tracked short links `/l/:code`. A link says where it leads and what the visit is to be credited to; it knows no person. */
export const links: CollectionConfig = {
  slug: 'links',
  labels: { singular: label('短链接', 'Link'), plural: label('短链接', 'Links') },
  admin: { useAsTitle: 'code', defaultColumns: ['code', 'path', 'channel'], group: label('数据', 'Data') },
  // A link that hangs on a village wall must not lead elsewhere tomorrow.
  access: { read: staff, create: only('publisher', 'editor'), update: only('admin'), delete: only('admin') },
  fields: [
    { name: 'code', type: 'text', required: true, unique: true, index: true, label: label('代码', 'Code') },
    {
      name: 'path',
      type: 'text',
      required: true,
      label: label('去哪儿（站内路径）', 'Path on this site'),
      validate: sitePath,
    },
    { name: 'segment', type: 'relationship', relationTo: 'segments', label: label('人群', 'Segment') },
    { name: 'channel', type: 'relationship', relationTo: 'channels', label: label('渠道', 'Channel') },
    {
      name: 'delivery',
      type: 'relationship',
      relationTo: 'deliveries',
      index: true,
      label: label('投放', 'Delivery'),
      hooks: { beforeValidate: [ofOwnOffice('deliveries')] },
    },
    {
      name: 'campaign',
      type: 'relationship',
      relationTo: 'campaigns',
      label: label('宣传活动', 'Campaign'),
      hooks: { beforeValidate: [ofOwnOffice('campaigns')] },
    },
    { name: 'note', type: 'text', label: label('说明', 'Note') },
  ],
}

/** Only a path of this site: a tracked link must never become an open redirect. */
function sitePath(value: unknown) {
  return (
    /^\/(?![/\\])[^\s\\]*$/.test(String(value ?? '')) || '只能是本站的路径，以 / 开头 / must be a path of this site'
  )
}
