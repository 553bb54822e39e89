import type { CollectionConfig } from 'payload'
import { label } from '../src/lib/labels'
import { byProduct, createInOwnOffice, ownOffice, staff } from './access'
import { ofOwnOffice } from './access/related'
import { approvalFields } from './fields/approval'
import { officeField } from './fields/office'
import { resumable } from './fields/resumable'
import { renditionHooks } from './hooks/films'
import { partHooks } from './workflow/parts'

const written = { create: byProduct, update: byProduct }

/** A spoken rendition of one film in one variety (dub). Not approved means not in the playlist. */
export const tracks: CollectionConfig = {
  slug: 'tracks',
  labels: { singular: label('配音', 'Spoken track'), plural: label('配音', 'Spoken tracks') },
  admin: {
    useAsTitle: 'tongue',
    defaultColumns: ['variety', 'video', 'speaker', 'approvedAt'],
    group: label('素材', 'Material'),
    hideAPIURL: true,
  },
  access: {
    read: staff,
    create: createInOwnOffice('editor', 'publisher'),
    update: ownOffice('editor', 'publisher'),
    delete: ownOffice('editor', 'publisher'),
  },
  hooks: {
    beforeChange: renditionHooks.beforeChange,
    afterChange: [...partHooks.afterChange, ...renditionHooks.afterChange],
    afterDelete: [...partHooks.afterDelete, ...renditionHooks.afterDelete],
  },
  fields: [
    {
      name: 'video',
      type: 'relationship',
      relationTo: 'videos',
      required: true,
      index: true,
      label: label('影片', 'Film'),
      hooks: { beforeValidate: [ofOwnOffice('videos', { lent: true })] },
    },
    { name: 'variety', type: 'relationship', relationTo: 'varieties', required: true, label: label('语种', 'Variety') },
    /** What it is called by: in a list of ids nobody finds anything. */
    { name: 'tongue', type: 'text', virtual: 'variety.name', admin: { hidden: true } },
    { ...resumable('track'), name: 'file', required: true, label: label('录音文件', 'Recording') },
    { name: 'speaker', type: 'text', label: label('配音人', 'Speaker') },
    { name: 'synthetic', type: 'checkbox', defaultValue: false, label: label('机器合成的声音', 'Synthetic voice') },
    {
      name: 'offsetMs',
      type: 'number',
      defaultValue: 0,
      label: label('偏移（毫秒，正数是晚一点）', 'Offset (ms, later when positive)'),
    },
    { name: 'alignment', type: 'ui', admin: { components: { Field: '/src/admin/Alignment#Alignment' } } },
    { name: 'approvedFile', type: 'upload', relationTo: 'files', access: written, admin: { hidden: true } },
    ...approvalFields,
    officeField,
  ],
}
