-- A criterion's sentences in Khmer, which many workers of the delta speak. Where nobody wrote them, it is told in Vietnamese.

ALTER TABLE criterion
    ADD COLUMN yes_km     text CHECK (length(yes_km) BETWEEN 1 AND 200),
    ADD COLUMN no_km      text CHECK (length(no_km) BETWEEN 1 AND 200),
    ADD COLUMN unknown_km text CHECK (length(unknown_km) BETWEEN 1 AND 200),
    ADD CONSTRAINT criterion_khmer_whole CHECK (num_nulls(yes_km, no_km, unknown_km) IN (0, 3));

UPDATE criterion c
   SET yes_km = s.yes_km, no_km = s.no_km, unknown_km = s.unknown_km
  FROM (VALUES
        ('union-member', 'ជាសមាជិកសហជីព។', 'មិនទាន់ជាសមាជិកសហជីពទេ។', 'មិនទាន់ដឹងថាជាសមាជិកសហជីពឬអត់ទេ។'),
        ('works-here', 'កំពុងធ្វើការនៅសហគ្រាស។', 'ឥឡូវមិនធ្វើការនៅសហគ្រាសទេ។', 'មិនទាន់ដឹងថាកំពុងធ្វើការឬអត់ទេ។'),
        ('employed-six-months', 'ធ្វើការបាន 6 ខែឡើងទៅ។', 'ធ្វើការមិនទាន់គ្រប់ 6 ខែទេ។', 'មិនទាន់ដឹងថ្ងៃចូលធ្វើការទេ។'),
        ('low-income', 'ប្រាក់ខែក្រោម 6 លានដុង។', 'ប្រាក់ខែចាប់ពី 6 លានដុងឡើងទៅ។', 'មិនទាន់ដឹងប្រាក់ខែទេ។'),
        ('has-smartphone', 'មានទូរស័ព្ទស្មាតហ្វូន។', 'មិនទាន់មានទូរស័ព្ទស្មាតហ្វូនទេ។', 'មិនទាន់ដឹងថាប្រើទូរស័ព្ទប្រភេទណាទេ។'),
        ('has-feature-phone', 'ប្រើទូរស័ព្ទចុចប៊ូតុង។', 'មិនប្រើទូរស័ព្ទចុចប៊ូតុងទេ។', 'មិនទាន់ដឹងថាប្រើទូរស័ព្ទប្រភេទណាទេ។'),
        ('spends-under-150k', 'ចំណាយទូរស័ព្ទក្រោម 150.000 ដុងក្នុងមួយខែ។', 'ចំណាយទូរស័ព្ទចាប់ពី 150.000 ដុងឡើងទៅក្នុងមួយខែ។',
         'មិនទាន់ដឹងថាចំណាយទូរស័ព្ទប៉ុន្មានក្នុងមួយខែទេ។'),
        ('lapsed-recently', 'ធ្លាប់អស់គម្រោងក្នុង 90 ថ្ងៃមុន។', 'មិនអស់គម្រោងក្នុង 90 ថ្ងៃមុនទេ។', 'មិនទាន់ដឹងថាថ្មីៗនេះអស់គម្រោងឬអត់ទេ។'),
        ('over-40', 'អាយុលើស 40 ឆ្នាំ។', 'អាយុមិនលើស 40 ឆ្នាំទេ។', 'មិនទាន់ដឹងឆ្នាំកំណើតទេ។'),
        ('lives-in-mekong', 'រស់នៅដែនដីសណ្តទន្លេមេគង្គ។', 'មិនរស់នៅដែនដីសណ្តទន្លេមេគង្គទេ។', 'មិនទាន់ដឹងកន្លែងរស់នៅទេ។'))
       AS s (name, yes_km, no_km, unknown_km)
 WHERE c.name = s.name AND c.id = md5('goichung:criterion:' || c.name || ':1')::uuid;
