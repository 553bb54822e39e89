import type { CollectionConfig } from 'payload'
import { label } from '../src/lib/labels'
import { anyone, only } from './access'

/** Spoken and written language varieties. Our own tags: Node's Intl rewrites `cmn` and rejects `zh-yue` (norms.md 5). */
export const varieties: CollectionConfig = {
  slug: 'varieties',
  labels: { singular: label('语种', 'Language variety'), plural: label('语种', 'Language varieties') },
  defaultSort: 'order',
  admin: { useAsTitle: 'name', defaultColumns: ['name', 'tag', 'direction'], group: label('基础资料', 'Reference') },
  access: {
    read: anyone,
    create: only('admin', 'publisher'),
    update: only('admin', 'publisher'),
    delete: only('admin'),
  },
  fields: [
    { name: 'name', type: 'text', required: true, label: label('名称', 'Name') },
    { name: 'nameEn', type: 'text', label: label('英文名', 'English name') },
    {
      name: 'tag',
      type: 'text',
      required: true,
      unique: true,
      index: true,
      label: label('BCP 47 标签', 'BCP 47 tag'),
      validate: (value: unknown) =>
        /^[a-z]{2,3}(-[A-Za-z0-9]{1,8})*$/.test(String(value ?? '')) ||
        '例：yue-Hans-CN / a BCP 47 tag such as yue-Hans-CN',
    },
    { name: 'code', type: 'text', required: true, unique: true, index: true, label: label('短代码', 'Short code') },
    {
      name: 'direction',
      type: 'select',
      defaultValue: 'ltr',
      options: ['ltr', 'rtl'],
      label: label('书写方向', 'Direction'),
    },
    { name: 'spoken', type: 'checkbox', defaultValue: true, label: label('口语', 'Spoken') },
    { name: 'written', type: 'checkbox', defaultValue: false, label: label('书面语', 'Written') },
    { name: 'speakers', type: 'number', min: 0, label: label('本县使用人数', 'Speakers in the county') },
    {
      name: 'voice',
      type: 'text',
      maxLength: 100,
      label: label('声音（语音合成用）', 'Voice (for the speech command)'),
      admin: {
        description: label(
          '站点设置里的语音合成命令用哪个声音念这种话；不填就不给机器朗读。',
          'Which voice of the speech command in the settings reads this variety; none when empty.',
        ),
      },
    },
    { name: 'order', type: 'number', defaultValue: 100, label: label('次序', 'Order') },
  ],
}
