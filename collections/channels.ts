import type { CollectionConfig } from 'payload'
import { channelKindLabels, channelKinds } from '../campaigns/lifecycle'
import { label } from '../src/lib/labels'
import { createInOwnOffice, fieldOnly, ownOffice, staff } from './access'
import { marketField } from './fields/market'
import { officeField } from './fields/office'
import { timeField } from './fields/time'

export const channels: CollectionConfig = {
  slug: 'channels',
  labels: { singular: label('渠道', 'Channel'), plural: label('渠道', 'Channels') },
  admin: { useAsTitle: 'name', defaultColumns: ['name', 'kind', 'enabled'], group: label('设置', 'Settings') },
  access: {
    read: staff,
    create: createInOwnOffice('publisher', 'manager'),
    update: ownOffice('publisher', 'manager'),
    delete: ownOffice('admin'),
  },
  fields: [
    { name: 'name', type: 'text', required: true, label: label('名称', 'Name') },
    { name: 'code', type: 'text', required: true, unique: true, index: true, label: label('代码', 'Code') },
    {
      name: 'kind',
      type: 'select',
      required: true,
      label: label('类型', 'Kind'),
      options: channelKinds.map((value) => ({ value, label: channelKindLabels[value] })),
    },
    officeField,
    { name: 'enabled', type: 'checkbox', defaultValue: true, label: label('启用', 'Enabled') },
    {
      name: 'segments',
      type: 'relationship',
      relationTo: 'segments',
      hasMany: true,
      label: label('够得着的人群', 'Segments it reaches'),
    },
    {
      name: 'platform',
      type: 'checkbox',
      label: label('在别的平台上看（抖音、视频号等）', 'Watched on another platform'),
      admin: {
        description: label(
          '本站看不到那边放了多少次：按从平台抄来的数单独学，不和本站的合在一起。',
          'Our pages cannot tell what is played there: it learns from figures copied from the platform, apart from ours.',
        ),
      },
    },
    { name: 'audience', type: 'number', min: 0, label: label('受众人数（估计）', 'Audience (estimate)') },
    { name: 'audienceSource', type: 'text', label: label('人数来源', 'Source of the figure') },
    { name: 'dailyQuota', type: 'number', min: 0, label: label('每天最多几条', 'Sends a day at most') },
    timeField({ name: 'quietFrom', label: label('免打扰开始（如 21:00）', 'Quiet from') }),
    timeField({ name: 'quietTo', label: label('免打扰结束（如 07:00）', 'Quiet to') }),
    {
      name: 'offHolidays',
      type: 'checkbox',
      defaultValue: false,
      label: label(
        '节假日不发（要人上班才能转发的渠道）',
        'Nothing on public holidays (a channel run by people at work)',
      ),
    },
    marketField,
    {
      name: 'webhook',
      type: 'group',
      label: label('推送地址', 'Webhook'),
      admin: { condition: (data) => data?.kind === 'webhook' },
      fields: [
        { name: 'url', type: 'text', label: label('地址', 'URL') },
        {
          name: 'secret',
          type: 'text',
          label: label('签名密钥（whsec_ 开头）', 'Signing secret (whsec_...)'),
          access: { read: fieldOnly('publisher') },
        },
        {
          name: 'allowPrivate',
          type: 'checkbox',
          defaultValue: false,
          label: label('允许内网地址', 'Allow private addresses'),
          access: { create: fieldOnly('admin'), update: fieldOnly('admin') },
        },
      ],
    },
  ],
}
