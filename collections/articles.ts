import type { CollectionConfig } from 'payload'
import { label } from '../src/lib/labels'
import { createInOwnOffice, ownOffice, publishedOrStaff, staff } from './access'
import { articleBlocks } from './blocks'
import { borrowedFields, lendable, lendingPanel } from './fields/lending'
import { itemFields } from './fields/item'
import { slugFrom } from './fields/slug'
import { endLoans } from './hooks/loans'
import { removeReadings } from './hooks/readings'
import { reviewComponents, reviewFields, reviewPanel } from './workflow/reviewFields'
import { workflowHooks } from './workflow/hooks'

/**
 * A case explainer, a guide or a notice. Answer before story: question, verdict, answer, steps, whom to call, then the story, then the law.
 * A language variant is a record of its own with its own review (`variantOf`).
 */
export const articles: CollectionConfig = {
  slug: 'articles',
  labels: { singular: label('文章', 'Article'), plural: label('文章', 'Articles') },
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
  hooks: { ...workflowHooks, beforeValidate: [slugFrom('title')], beforeDelete: [removeReadings, endLoans] },
  fields: [
    reviewPanel,
    lendingPanel,
    itemFields.title,
    {
      type: 'row',
      fields: [
        {
          name: 'form',
          type: 'select',
          required: true,
          defaultValue: 'case',
          label: label('形式', 'Form'),
          options: [
            { value: 'case', label: label('案例问答', 'Case explainer') },
            { value: 'guide', label: label('办事指南', 'Guide') },
            { value: 'notice', label: label('提醒', 'Notice') },
          ],
        },
        {
          name: 'verdict',
          type: 'select',
          label: label('能不能（盖章）', 'Verdict (the stamp)'),
          options: [
            { value: 'yes', label: label('能', 'Yes') },
            { value: 'no', label: label('不能', 'No') },
            { value: 'depends', label: label('看情况', 'It depends') },
          ],
          admin: { condition: (data) => data?.form === 'case' },
          validate: (value: unknown, { data }: { data: unknown }) =>
            (data as { form?: string }).form !== 'case' ||
            Boolean(value) ||
            '请选一个：能、不能、看情况 / choose a verdict',
        },
      ],
    },
    {
      name: 'answer',
      type: 'text',
      required: true,
      maxLength: 40,
      label: label('一句话答案（最多 40 字）', 'Answer (at most 40 characters)'),
    },
    itemFields.topic,
    itemFields.segments,
    { name: 'story', type: 'richText', required: true, label: label('事情经过', 'The story') },
    {
      name: 'steps',
      type: 'array',
      label: label('怎么办（一步一行）', 'Steps'),
      labels: { singular: label('一步', 'Step'), plural: label('步骤', 'Steps') },
      fields: [{ name: 'text', type: 'text', required: true, label: label('这一步', 'Step') }],
    },
    {
      name: 'callWhom',
      type: 'array',
      label: label('打给谁（不填就是本所电话和 12348）', 'Whom to call (own office and 12348 when empty)'),
      labels: { singular: label('电话', 'Contact'), plural: label('电话', 'Contacts') },
      fields: [
        {
          type: 'row',
          fields: [
            { name: 'name', type: 'text', required: true, label: label('名称', 'Name') },
            { name: 'telephone', type: 'text', required: true, label: label('电话', 'Telephone') },
          ],
        },
      ],
    },
    {
      name: 'question',
      type: 'textarea',
      maxLength: 200,
      label: label('问题说全（可不填）', 'The question in full (optional)'),
    },
    { name: 'readings', type: 'ui', admin: { components: { Field: '/src/admin/Readings#Readings' } } },
    {
      name: 'body',
      type: 'blocks',
      blocks: articleBlocks,
      label: label('法律和更多（法条、影片、选一选、风险清单）', 'Law and more'),
      labels: { singular: label('一块', 'Block'), plural: label('内容块', 'Blocks') },
    },
    {
      name: 'citations',
      type: 'array',
      label: label('文中引用的法条', 'Citations'),
      admin: { readOnly: true, condition: (data) => Boolean(data?.citations?.length) },
      fields: [
        { name: 'raw', type: 'text', required: true, label: label('原文', 'As written') },
        { name: 'law', type: 'text', label: label('法律', 'Law') },
        { name: 'number', type: 'text', label: label('条号', 'Number') },
        { name: 'provision', type: 'relationship', relationTo: 'provisions', label: label('法条', 'Provision') },
      ],
    },
    {
      name: 'cover',
      type: 'upload',
      relationTo: 'images',
      label: label('封面（可不选）', 'Cover (optional)'),
      admin: { position: 'sidebar' },
    },
    {
      name: 'variantOf',
      type: 'relationship',
      relationTo: 'articles',
      index: true,
      label: label('是哪篇的另一种语言', 'Language variant of'),
      admin: { position: 'sidebar' },
    },
    /** Natural key of an imported case, so that a second import changes nothing. */
    {
      name: 'importKey',
      type: 'text',
      unique: true,
      index: true,
      admin: { hidden: true },
      access: { create: () => false, update: () => false },
    },
    ...itemFields.sidebar,
    lendable,
    ...borrowedFields,
    reviewFields,
  ],
}
