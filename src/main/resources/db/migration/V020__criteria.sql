-- Criteria: named rules over a person's facts, each with its sentences. A version never changes; the newest of a name is in force.

CREATE TABLE criterion (
    id         uuid PRIMARY KEY,
    name       text        NOT NULL CHECK (name ~ '^[A-Za-z][A-Za-z0-9_-]{0,79}$'),
    version    integer     NOT NULL CHECK (version >= 1),
    expression text        NOT NULL CHECK (length(expression) BETWEEN 1 AND 1000),
    yes_vi     text        NOT NULL CHECK (length(yes_vi) BETWEEN 1 AND 200),
    no_vi      text        NOT NULL CHECK (length(no_vi) BETWEEN 1 AND 200),
    unknown_vi text        NOT NULL CHECK (length(unknown_vi) BETWEEN 1 AND 200),
    yes_en     text        NOT NULL CHECK (length(yes_en) BETWEEN 1 AND 200),
    no_en      text        NOT NULL CHECK (length(no_en) BETWEEN 1 AND 200),
    unknown_en text        NOT NULL CHECK (length(unknown_en) BETWEEN 1 AND 200),
    created_at timestamptz NOT NULL DEFAULT goichung_now(),
    CONSTRAINT criterion_version_once UNIQUE (name, version)
);

GRANT SELECT, INSERT ON criterion TO ${app}, ${system};

INSERT INTO criterion (id, name, version, expression, yes_vi, no_vi, unknown_vi, yes_en, no_en, unknown_en)
SELECT md5('goichung:criterion:' || name || ':1')::uuid, name, 1, expression, yes_vi, no_vi, unknown_vi, yes_en, no_en, unknown_en
  FROM (VALUES
        ('union-member', 'worker.unionMember',
         'Là đoàn viên công đoàn.', 'Chưa là đoàn viên công đoàn.', 'Chưa rõ có phải đoàn viên công đoàn không.',
         'A union member.', 'Not a union member yet.', 'Not known whether a union member.'),
        ('works-here', 'employment.active',
         'Đang làm việc tại doanh nghiệp.', 'Hiện không làm việc tại doanh nghiệp.', 'Chưa rõ có đang làm việc không.',
         'Works at the enterprise.', 'Does not work at the enterprise now.', 'Not known whether still at work.'),
        ('employed-six-months', 'employment.active && employment.daysEmployed >= 180',
         'Đã làm việc từ 6 tháng trở lên.', 'Chưa làm đủ 6 tháng.', 'Chưa rõ ngày vào làm.',
         'At work for six months or more.', 'At work for less than six months.', 'The first day of work is not known.'),
        ('low-income', 'worker.monthlyWageVnd < 6000000',
         'Lương dưới 6 triệu đồng mỗi tháng.', 'Lương từ 6 triệu đồng mỗi tháng trở lên.', 'Chưa rõ mức lương.',
         'Earns less than 6 million đồng a month.', 'Earns 6 million đồng a month or more.', 'The wage is not known.'),
        ('has-smartphone', 'worker.phoneKind == "smartphone"',
         'Có điện thoại thông minh.', 'Chưa có điện thoại thông minh.', 'Chưa rõ dùng loại điện thoại nào.',
         'Has a smartphone.', 'Has no smartphone.', 'Not known which kind of phone it is.'),
        ('has-feature-phone', 'worker.phoneKind == "feature"',
         'Dùng điện thoại phím bấm.', 'Không dùng điện thoại phím bấm.', 'Chưa rõ dùng loại điện thoại nào.',
         'Has a feature phone.', 'Does not have a feature phone.', 'Not known which kind of phone it is.'),
        ('spends-under-150k', 'worker.monthlyTelecomSpendVnd < 150000',
         'Tiền điện thoại dưới 150.000 đ mỗi tháng.', 'Tiền điện thoại từ 150.000 đ mỗi tháng trở lên.',
         'Chưa rõ tiền điện thoại mỗi tháng.',
         'Spends less than 150,000 đ a month on the phone.', 'Spends 150,000 đ a month or more on the phone.',
         'Monthly phone spending is not known.'),
        ('lapsed-recently', 'worker.lapsesLast90Days > 0',
         'Có lúc hết gói trong 90 ngày qua.', 'Không bị hết gói trong 90 ngày qua.', 'Chưa rõ gần đây có bị hết gói không.',
         'Ran out of a package in the last 90 days.', 'Did not run out in the last 90 days.',
         'Not known whether a package ran out lately.'),
        ('over-40', 'worker.age > 40',
         'Trên 40 tuổi.', 'Từ 40 tuổi trở xuống.', 'Chưa rõ năm sinh.',
         'Over 40 years old.', '40 years old or younger.', 'The birth year is not known.'),
        ('lives-in-mekong', 'worker.provinceCode in ["82", "86", "91", "92", "96"]',
         'Ở đồng bằng sông Cửu Long.', 'Không ở đồng bằng sông Cửu Long.', 'Chưa rõ nơi ở.',
         'Lives in the Mekong delta.', 'Does not live in the Mekong delta.', 'The place of living is not known.'))
       AS seeds (name, expression, yes_vi, no_vi, unknown_vi, yes_en, no_en, unknown_en);
