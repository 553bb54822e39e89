import type { CollectionConfig } from 'payload'
import { label } from '../src/lib/labels'
import { byProduct, createInOwnOffice, ownOffice, staff } from './access'
import { ofOwnOffice } from './access/related'
import { approvalFields } from './fields/approval'
import { officeField } from './fields/office'
import { resumable } from './fields/resumable'
import { renditionHooks } from './hooks/films'
import { refuseUnreadable } from './hooks/subtitles'
import { partHooks } from './workflow/parts'

const written = { create: byProduct, update: byProduct }

/** A timed text of one film in one variety: uploaded as SRT or VTT, or written in the cue editor, which makes the file. */
export const subtitles: CollectionConfig = {
  slug: 'subtitles',
  labels: { singular: label('字幕', 'Subtitle'), plural: label('字幕', 'Subtitles') },
  admin: {
    useAsTitle: 'tongue',
    defaultColumns: ['variety', 'video', 'origin', 'approvedAt'],
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
    beforeChange: [refuseUnreadable, ...renditionHooks.beforeChange],
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
    {
      ...resumable(
        'subtitle',
        '没有文件？先选影片和语种，保存后在下面直接写。',
        'No file? Choose film and variety, save, and write it below.',
      ),
      name: 'file',
      label: label('字幕文件（SRT 或 VTT）', 'Subtitle file (SRT or VTT)'),
    },
    { name: 'cues', type: 'ui', admin: { components: { Field: '/src/admin/cues/CueEditor#CueEditor' } } },
    {
      name: 'origin',
      type: 'select',
      required: true,
      defaultValue: 'human',
      label: label('怎么来的', 'Origin'),
      options: [
        { value: 'human', label: label('人工', 'Human') },
        { value: 'machine', label: label('机器', 'Machine') },
      ],
    },
    { name: 'approvedFile', type: 'upload', relationTo: 'files', access: written, admin: { hidden: true } },
    ...approvalFields,
    officeField,
  ],
}
