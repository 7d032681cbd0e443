-- The retail packages that four carriers published, from their public price lists. None is verified today: they are shown with
-- the year of their list, and nobody is told to send an SMS for one.

WITH published (carrier, code, price_vnd, data_bytes, data_bytes_per_day, cycle_days, minutes_on_net, minutes_any, sms,
                short_code, register_sms, cancel_sms, kind, year)
      AS (VALUES ('VIETTEL', 'ST5K', 5000, 500000000, 500000000, 1, 0, 0, 0, '191', 'ST5K', 'HUY ST5K', 'prepaid', '2024'),
             ('VIETTEL', 'ST15K', 15000, 3000000000, 1000000000, 3, 0, 0, 0, '191', 'ST15K', 'HUY ST15K', 'prepaid', '2024'),
             ('VIETTEL', 'ST30K', 30000, 7000000000, 1000000000, 7, 0, 0, 0, '191', 'ST30K', 'HUY ST30K', 'prepaid', '2024'),
             ('VIETTEL', '4G40', 40000, 1000000000, NULL, 30, 0, 0, 0, '191', '4G40', 'HUY 4G40', 'prepaid', '2024'),
             ('VIETTEL', 'V50C', 50000, 3000000000, NULL, 30, 0, 0, 0, '191', 'V50C', 'HUY V50C', 'prepaid', '2024'),
             ('VIETTEL', 'ST70N', 70000, 90000000000, 3000000000, 30, 0, 0, 0, '191', 'ST70N', 'HUY ST70N', 'prepaid', '2024'),
             ('VIETTEL', 'ST90N', 90000, 120000000000, 4000000000, 30, 0, 0, 0, '191', 'ST90N', 'HUY ST90N', 'prepaid', '2024'),
             ('VIETTEL', 'V90C', 90000, 30000000000, 1000000000, 30, 0, 0, 0, '191', 'V90C', 'HUY V90C', 'prepaid', '2024'),
             ('VIETTEL', 'MXH100', 100000, 30000000000, 1000000000, 30, 0, 0, 0, '191', 'MXH100', 'HUY MXH100', 'prepaid', '2024'),
             ('VIETTEL', 'V120C', 120000, 60000000000, 2000000000, 30, 0, 0, 0, '191', 'V120C', 'HUY V120C', 'prepaid', '2024'),
             ('VIETTEL', 'SD135', 135000, 150000000000, 5000000000, 30, 0, 0, 0, '191', 'SD135', 'HUY SD135', 'prepaid', '2024'),
             ('VINAPHONE', 'D7', 7000, 1200000000, NULL, 1, 0, 0, 0, '888', 'D7', 'HUY D7', 'prepaid', '2018'),
             ('VINAPHONE', 'D2', 10000, 2000000000, NULL, 1, 0, 0, 0, '888', 'D2', 'HUY D2', 'prepaid', '2018'),
             ('VINAPHONE', 'BIG70', 70000, 4800000000, NULL, 30, 0, 0, 0, '888', 'BIG70', 'HUY BIG70', 'prepaid', '2018'),
             ('VINAPHONE', 'BIG90', 90000, 7000000000, NULL, 30, 0, 0, 0, '888', 'BIG90', 'HUY BIG90', 'prepaid', '2018'),
             ('VINAPHONE', 'BIG120', 120000, 12000000000, NULL, 30, 0, 0, 0, '888', 'BIG120', 'HUY BIG120', 'prepaid', '2018'),
             ('VINAPHONE', 'BIG200', 200000, 22000000000, NULL, 30, 0, 0, 0, '888', 'BIG200', 'HUY BIG200', 'prepaid', '2018'),
             ('VINAPHONE', 'BIG300', 300000, 36000000000, NULL, 30, 0, 0, 0, '888', 'BIG300', 'HUY BIG300', 'prepaid', '2018'),
             ('VINAPHONE', 'SPEED79', 79000, 2000000000, NULL, 30, 30, 0, 30, '888', 'SPEED79', 'HUY SPEED79', 'prepaid', '2018'),
             ('VINAPHONE', 'SPEED199', 199000, 6000000000, NULL, 30, 30, 0, 30, '888', 'SPEED199', 'HUY SPEED199', 'prepaid', '2018'),
             ('VINAPHONE', 'SPEED299', 299000, 10000000000, NULL, 30, 30, 0, 30, '888', 'SPEED299', 'HUY SPEED299', 'prepaid', '2018'),
             ('MOBIFONE', 'M70', 70000, 1600000000, NULL, 30, 0, 0, 0, '999', 'DK M70', 'HUY M70', 'prepaid', '2016'),
             ('MOBIFONE', 'M90', 90000, 2100000000, NULL, 30, 0, 0, 0, '999', 'DK M90', 'HUY M90', 'prepaid', '2016'),
             ('MOBIFONE', 'M200', 200000, 5500000000, NULL, 30, 0, 0, 0, '999', 'DK M200', 'HUY M200', 'prepaid', '2016'),
             ('MOBIFONE', '3M70', 210000, 5400000000, NULL, 90, 0, 0, 0, '999', 'DK 3M70', 'HUY 3M70', 'prepaid', '2016'),
             ('MOBIFONE', 'MF69', 69000, 0, NULL, 30, 1000, 0, 0, '999', 'DK MF69', 'HUY MF69', 'postpaid', '2022'),
             ('MOBIFONE', 'MF99', 99000, 5000000000, NULL, 30, 1000, 40, 0, '999', 'DK MF99', 'HUY MF99', 'postpaid', '2022'),
             ('MOBIFONE', 'MF149', 149000, 8000000000, NULL, 30, 1500, 80, 0, '999', 'DK MF149', 'HUY MF149', 'postpaid', '2022'),
             ('VIETNAMOBILE', 'D1', 5000, 120000000, NULL, 1, 0, 0, 0, '345', 'DK D1', 'HUY D1', 'prepaid', '2015'),
             ('VIETNAMOBILE', 'D7', 30000, 600000000, NULL, 7, 0, 0, 0, '345', 'DK D7', 'HUY D7', 'prepaid', '2015'),
             ('VIETNAMOBILE', 'D10', 10000, 40000000, NULL, 30, 0, 0, 0, '345', 'DK D10', 'HUY D10', 'prepaid', '2015'),
             ('VIETNAMOBILE', 'D20', 20000, 150000000, NULL, 30, 0, 0, 0, '345', 'DK D20', 'HUY D20', 'prepaid', '2015'),
             ('VIETNAMOBILE', 'D25', 25000, 500000000, NULL, 30, 0, 0, 0, '345', 'DK D25', 'HUY D25', 'prepaid', '2015'),
             ('VIETNAMOBILE', 'D40', 40000, 800000000, NULL, 30, 0, 0, 0, '345', 'DK D40', 'HUY D40', 'prepaid', '2015'),
             ('VIETNAMOBILE', 'D80', 80000, 1800000000, NULL, 30, 0, 0, 0, '345', 'DK D80', 'HUY D80', 'postpaid', '2015'),
             ('VIETNAMOBILE', 'D100', 100000, 3000000000, NULL, 30, 0, 0, 0, '345', 'DK D100', 'HUY D100', 'postpaid', '2015'),
             ('VIETNAMOBILE', 'D150', 150000, 5000000000, NULL, 30, 0, 0, 0, '345', 'DK D150', 'HUY D150', 'postpaid', '2015')),
     -- ids follow from carrier and code, so that every installation knows the same package by the same id
     packages AS (
         INSERT INTO package (id, carrier_id, code)
         SELECT md5('goichung:package:' || published.carrier || ':' || published.code)::uuid, carrier.id, published.code
           FROM published
           JOIN carrier ON carrier.code = published.carrier)
INSERT INTO package_version (id, package_id, version, name, price_vnd, cycle_unit, cycle_length, data_bytes_per_cycle, data_bytes_per_day,
                             minutes_on_net, minutes_any, sms, allowance, subscriber_kind, short_code, register_sms, cancel_sms,
                             valid_as_of, source)
SELECT md5('goichung:package-version:' || published.carrier || ':' || published.code || ':1')::uuid,
       md5('goichung:package:' || published.carrier || ':' || published.code)::uuid,
       1, published.code, price_vnd, 'day', cycle_days, data_bytes, data_bytes_per_day, minutes_on_net, minutes_any, sms,
       jsonb_build_object(
           'dataBytesPerCycle', data_bytes, 'dataBytesPerDay', data_bytes_per_day,
           'dayParts', '[]'::jsonb, 'afterAllowance', jsonb_build_object('kind', 'unstated'),
           'minutesOnNet', minutes_on_net, 'minutesAny', minutes_any, 'sms', sms,
           'zeroRatedApps', '[]'::jsonb, 'renewal', 'unstated', 'commitment', NULL),
       kind, published.short_code, register_sms, cancel_sms, year,
       'Bảng giá công khai của ' || carrier.name || ', năm ' || year
  FROM published
  JOIN carrier ON carrier.code = published.carrier;
