import { ReviewPanel as ReviewPanel_6f5dbf4379d1f8d7c13f80743f0d3ae0 } from '../../../../src/admin/ReviewControls'
import { StageCell as StageCell_4e7575fe1fddca5f2413a552e7017dbe } from '../../../../src/admin/StageCell'
import { Lending as Lending_cd6d213af35232cce7ba50f4cb67ec43 } from '../../../../src/admin/Lending'
import { TopicRuler as TopicRuler_ded26277a961d9928ecb4299770e73fa } from '../../../../src/admin/TopicRuler'
import { RscEntryLexicalCell as RscEntryLexicalCell_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { RscEntryLexicalField as RscEntryLexicalField_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { LexicalDiffComponent as LexicalDiffComponent_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { InlineToolbarFeatureClient as InlineToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { HorizontalRuleFeatureClient as HorizontalRuleFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { UploadFeatureClient as UploadFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { BlockquoteFeatureClient as BlockquoteFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { RelationshipFeatureClient as RelationshipFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { LinkFeatureClient as LinkFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { ChecklistFeatureClient as ChecklistFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { OrderedListFeatureClient as OrderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { UnorderedListFeatureClient as UnorderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { IndentFeatureClient as IndentFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { AlignFeatureClient as AlignFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { HeadingFeatureClient as HeadingFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { ParagraphFeatureClient as ParagraphFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { InlineCodeFeatureClient as InlineCodeFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { SuperscriptFeatureClient as SuperscriptFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { SubscriptFeatureClient as SubscriptFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { StrikethroughFeatureClient as StrikethroughFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { UnderlineFeatureClient as UnderlineFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { BoldFeatureClient as BoldFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { ItalicFeatureClient as ItalicFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { Readings as Readings_ee141af99090d42bcad5d45af9c90dc9 } from '../../../../src/admin/Readings'
import { ContentTabs as ContentTabs_8ca1ad0a1588b4341f3df6caadf0c0a6 } from '../../../../src/admin/ContentTabs'
import { ReviewControls as ReviewControls_6f5dbf4379d1f8d7c13f80743f0d3ae0 } from '../../../../src/admin/ReviewControls'
import { NoButton as NoButton_6f5dbf4379d1f8d7c13f80743f0d3ae0 } from '../../../../src/admin/ReviewControls'
import { UploadField as UploadField_8e9a7a2b70cf3d488a53cf23a538c322 } from '../../../../src/admin/upload/UploadField'
import { FilmProgress as FilmProgress_257678f4100b76f7fa635e57b6c78dfe } from '../../../../src/admin/FilmProgress'
import { FilmKits as FilmKits_8405228a6d184e1a0ca7b92c42983eb3 } from '../../../../src/admin/FilmKits'
import { PosterChoice as PosterChoice_7c4f41220877a4e9b09dfcba32f1081e } from '../../../../src/admin/film/PosterChoice'
import { Alignment as Alignment_4353e2533a4c8a3e5b5b1da1e503d01e } from '../../../../src/admin/Alignment'
import { PartReview as PartReview_888d7da09b8daf6826aac9c20e4f57ec } from '../../../../src/admin/PartReview'
import { CueEditor as CueEditor_4388d28b377ae84d38cb36735339d1d7 } from '../../../../src/admin/cues/CueEditor'
import { UploadMany as UploadMany_c904efd54dbd1239c2c1652aacbac30c } from '../../../../src/admin/upload/UploadMany'
import { PlanPanel as PlanPanel_7d8c1337c38e6852a86016519e29262a } from '../../../../src/admin/PlanPanel'
import { MarketPreview as MarketPreview_56562229a15db13a3b4af3fac9c5d9de } from '../../../../src/admin/calendar/MarketPreview'
import { DeliveryCell as DeliveryCell_d4389d0010c2439ccac4b0ab5594fa51 } from '../../../../src/admin/figures/DeliveryCell'
import { FigureImport as FigureImport_446e587d45570b4f6a7453260cefd6ee } from '../../../../src/admin/figures/FigureImport'
import { SignalImport as SignalImport_51e3872a877e72ef81805378c656ed9b } from '../../../../src/admin/signals/SignalImport'
import { DemandPanel as DemandPanel_408482a7eb9d1d08b56a9b4a6a1e2e8c } from '../../../../src/admin/signals/DemandPanel'
import { LearnedPanel as LearnedPanel_f9be9d9705da951289acecc4b57700fe } from '../../../../src/admin/learned/LearnedPanel'
import { OccasionPreview as OccasionPreview_b783b5d13c72141709d5e85eaae7ef69 } from '../../../../src/admin/calendar/OccasionPreview'
import { AddColleague as AddColleague_1d31736994a6067b9cc2119566e33505 } from '../../../../src/admin/colleagues/Colleagues'
import { ResetPassword as ResetPassword_1d31736994a6067b9cc2119566e33505 } from '../../../../src/admin/colleagues/Colleagues'
import { Nav as Nav_a55d2106aa5becd1aa0041af74739426 } from '../../../../src/admin/Nav'
import { DemoBanner as DemoBanner_e25c8dded34d60403ec02ad4e408adac } from '../../../../src/admin/DemoBanner'
import { Icon as Icon_caceca34d25130c4c02fdc551bd8c773 } from '../../../../src/admin/Brand'
import { Logo as Logo_caceca34d25130c4c02fdc551bd8c773 } from '../../../../src/admin/Brand'
import { StaffGate as StaffGate_2e23698995d3a5407017fb9495e465c1 } from '../../../../src/admin/StaffGate'
import { Desk as Desk_44f51835a8e176f8f3e8dbf43c912c23 } from '../../../../src/admin/views/Desk'
import { Plan as Plan_d843339bf9b66e818bdb7ebf7c9d661a } from '../../../../src/admin/views/Plan'
import { Report as Report_4ed1ad30c67edb681925cd86ec68b602 } from '../../../../src/admin/views/Report'
import { CollectionCards as CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1 } from '@payloadcms/next/rsc'

/** @type import('payload').ImportMap */
export const importMap = {
  "/src/admin/ReviewControls#ReviewPanel": ReviewPanel_6f5dbf4379d1f8d7c13f80743f0d3ae0,
  "/src/admin/StageCell#StageCell": StageCell_4e7575fe1fddca5f2413a552e7017dbe,
  "/src/admin/Lending#Lending": Lending_cd6d213af35232cce7ba50f4cb67ec43,
  "/src/admin/TopicRuler#TopicRuler": TopicRuler_ded26277a961d9928ecb4299770e73fa,
  "@payloadcms/richtext-lexical/rsc#RscEntryLexicalCell": RscEntryLexicalCell_44fe37237e0ebf4470c9990d8cb7b07e,
  "@payloadcms/richtext-lexical/rsc#RscEntryLexicalField": RscEntryLexicalField_44fe37237e0ebf4470c9990d8cb7b07e,
  "@payloadcms/richtext-lexical/rsc#LexicalDiffComponent": LexicalDiffComponent_44fe37237e0ebf4470c9990d8cb7b07e,
  "@payloadcms/richtext-lexical/client#InlineToolbarFeatureClient": InlineToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#HorizontalRuleFeatureClient": HorizontalRuleFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#UploadFeatureClient": UploadFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#BlockquoteFeatureClient": BlockquoteFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#RelationshipFeatureClient": RelationshipFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#LinkFeatureClient": LinkFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#ChecklistFeatureClient": ChecklistFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#OrderedListFeatureClient": OrderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#UnorderedListFeatureClient": UnorderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#IndentFeatureClient": IndentFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#AlignFeatureClient": AlignFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#HeadingFeatureClient": HeadingFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#ParagraphFeatureClient": ParagraphFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#InlineCodeFeatureClient": InlineCodeFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#SuperscriptFeatureClient": SuperscriptFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#SubscriptFeatureClient": SubscriptFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#StrikethroughFeatureClient": StrikethroughFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#UnderlineFeatureClient": UnderlineFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#BoldFeatureClient": BoldFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#ItalicFeatureClient": ItalicFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "/src/admin/Readings#Readings": Readings_ee141af99090d42bcad5d45af9c90dc9,
  "/src/admin/ContentTabs#ContentTabs": ContentTabs_8ca1ad0a1588b4341f3df6caadf0c0a6,
  "/src/admin/ReviewControls#ReviewControls": ReviewControls_6f5dbf4379d1f8d7c13f80743f0d3ae0,
  "/src/admin/ReviewControls#NoButton": NoButton_6f5dbf4379d1f8d7c13f80743f0d3ae0,
  "/src/admin/upload/UploadField#UploadField": UploadField_8e9a7a2b70cf3d488a53cf23a538c322,
  "/src/admin/FilmProgress#FilmProgress": FilmProgress_257678f4100b76f7fa635e57b6c78dfe,
  "/src/admin/FilmKits#FilmKits": FilmKits_8405228a6d184e1a0ca7b92c42983eb3,
  "/src/admin/film/PosterChoice#PosterChoice": PosterChoice_7c4f41220877a4e9b09dfcba32f1081e,
  "/src/admin/Alignment#Alignment": Alignment_4353e2533a4c8a3e5b5b1da1e503d01e,
  "/src/admin/PartReview#PartReview": PartReview_888d7da09b8daf6826aac9c20e4f57ec,
  "/src/admin/cues/CueEditor#CueEditor": CueEditor_4388d28b377ae84d38cb36735339d1d7,
  "/src/admin/upload/UploadMany#UploadMany": UploadMany_c904efd54dbd1239c2c1652aacbac30c,
  "/src/admin/PlanPanel#PlanPanel": PlanPanel_7d8c1337c38e6852a86016519e29262a,
  "/src/admin/calendar/MarketPreview#MarketPreview": MarketPreview_56562229a15db13a3b4af3fac9c5d9de,
  "/src/admin/figures/DeliveryCell#DeliveryCell": DeliveryCell_d4389d0010c2439ccac4b0ab5594fa51,
  "/src/admin/figures/FigureImport#FigureImport": FigureImport_446e587d45570b4f6a7453260cefd6ee,
  "/src/admin/signals/SignalImport#SignalImport": SignalImport_51e3872a877e72ef81805378c656ed9b,
  "/src/admin/signals/DemandPanel#DemandPanel": DemandPanel_408482a7eb9d1d08b56a9b4a6a1e2e8c,
  "/src/admin/learned/LearnedPanel#LearnedPanel": LearnedPanel_f9be9d9705da951289acecc4b57700fe,
  "/src/admin/calendar/OccasionPreview#OccasionPreview": OccasionPreview_b783b5d13c72141709d5e85eaae7ef69,
  "/src/admin/colleagues/Colleagues#AddColleague": AddColleague_1d31736994a6067b9cc2119566e33505,
  "/src/admin/colleagues/Colleagues#ResetPassword": ResetPassword_1d31736994a6067b9cc2119566e33505,
  "/src/admin/Nav#Nav": Nav_a55d2106aa5becd1aa0041af74739426,
  "/src/admin/DemoBanner#DemoBanner": DemoBanner_e25c8dded34d60403ec02ad4e408adac,
  "/src/admin/Brand#Icon": Icon_caceca34d25130c4c02fdc551bd8c773,
  "/src/admin/Brand#Logo": Logo_caceca34d25130c4c02fdc551bd8c773,
  "/src/admin/StaffGate#StaffGate": StaffGate_2e23698995d3a5407017fb9495e465c1,
  "/src/admin/views/Desk#Desk": Desk_44f51835a8e176f8f3e8dbf43c912c23,
  "/src/admin/views/Plan#Plan": Plan_d843339bf9b66e818bdb7ebf7c9d661a,
  "/src/admin/views/Report#Report": Report_4ed1ad30c67edb681925cd86ec68b602,
  "@payloadcms/next/rsc#CollectionCards": CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1
}
