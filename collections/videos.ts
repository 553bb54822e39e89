import type { CollectionConfig } from 'payload'
import { label } from '../src/lib/labels'
import { byProduct, createInOwnOffice, ownOffice, publishedOrStaff, staff } from './access'
import { lendable, lendingPanel } from './fields/lending'
import { itemFields } from './fields/item'
import { resumable } from './fields/resumable'
import { slugFrom } from './fields/slug'
import { filmHooks } from './hooks/films'
import { endLoans } from './hooks/loans'
import { reviewComponents, reviewFields, reviewPanel } from './workflow/reviewFields'
import { workflowHooks } from './workflow/hooks'
import { removeParts } from './workflow/parts'

const written = { create: byProduct, update: byProduct }

/** A film. Dubs are `tracks`, timed texts are `subtitles`, the work of making a stream is `media-steps`. */
export const videos: CollectionConfig = {
  slug: 'videos',
  labels: { singular: label('影片', 'Film'), plural: label('影片', 'Films') },
  defaultSort: '-updatedAt',
  admin: {
    useAsTitle: 'title',
    defaultColumns: ['title', 'reviewPanel', 'topic', 'office', '_status', 'updatedAt'],
    listSearchableFields: ['title', 'slug', 'source'],
    group: label('内容', 'Content'),
    hideAPIURL: true,
    components: reviewComponents,
  },
  access: {
    read: publishedOrStaff,
    readVersions: staff,
    create: createInOwnOffice('editor', 'publisher'),
    update: ownOffice('editor', 'publisher'),
    delete: ownOffice('publisher'),
  },
  versions: { maxPerDoc: 30, drafts: { autosave: { interval: 1500 }, validate: false } },
  hooks: { ...workflowHooks, ...filmHooks, beforeValidate: [slugFrom('title')], beforeDelete: [removeParts, endLoans] },
  fields: [
    reviewPanel,
    lendingPanel,
    itemFields.title,
    { ...resumable('film'), name: 'film', required: true, label: label('影片文件', 'Film file') },
    { name: 'progress', type: 'ui', admin: { components: { Field: '/src/admin/FilmProgress#FilmProgress' } } },
    itemFields.topic,
    itemFields.segments,
    {
      name: 'summary',
      type: 'textarea',
      required: true,
      maxLength: 200,
      label: label('这部片子说什么', 'What it is about'),
    },
    {
      name: 'dubs',
      type: 'join',
      collection: 'tracks',
      on: 'video',
      label: label('方言和其他语言的配音', 'Spoken tracks'),
      admin: { defaultColumns: ['variety', 'speaker', 'approvedAt'] },
    },
    {
      name: 'captions',
      type: 'join',
      collection: 'subtitles',
      on: 'video',
      label: label('字幕', 'Subtitles'),
      admin: { defaultColumns: ['variety', 'origin', 'approvedAt'] },
    },
    { name: 'speaker', type: 'text', label: label('谁在说（出镜、配音）', 'Speaker') },
    {
      name: 'synthetic',
      type: 'checkbox',
      defaultValue: false,
      label: label('原声是机器合成的', 'The original voice is synthetic'),
    },
    { name: 'kits', type: 'ui', admin: { components: { Field: '/src/admin/FilmKits#FilmKits' } } },
    {
      name: 'cover',
      type: 'upload',
      relationTo: 'images',
      label: label('自己的封面图（可不选，选了就用它）', 'A cover of your own (optional; goes before the frame)'),
      admin: { position: 'sidebar' },
    },
    /** Second of the film the poster is taken from; the pipeline chooses when nobody did. A cover goes before it. */
    {
      name: 'posterAt',
      type: 'number',
      min: 0,
      label: label('封面用哪一幅画面', 'Which frame is the poster'),
      admin: { components: { Field: '/src/admin/film/PosterChoice#PosterChoice' } },
    },
    /** What the pipeline last published: folder under the stream root, duration in seconds, renditions, bytes. */
    { name: 'stream', type: 'json', access: written, admin: { hidden: true } },
    ...itemFields.sidebar,
    lendable,
    reviewFields,
  ],
}
