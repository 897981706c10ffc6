/** Configuration files that are right. */
export const right: readonly [name: string, text: string][] = [
  ["no policy at all", "{}"],
  ["a level for all and one of its own", '{"all": "advisory", "rds-instance-multi-az": "disabled"}'],
  ["a level for all in an object", '{"all": {"enforcementLevel": "remediate"}}'],
  ["an option without a level", '{"rds-instance-backup-retention": {"minimumDays": 35}}'],
  ["a whole number with a point", '{"rds-instance-backup-retention": {"minimumDays": 14.0}}'],
  [
    "options of every type",
    '{"rds-instance-tagged": {"enforcementLevel": "mandatory", "enabled": true, "profile": "strict"}}',
  ],
  ["a list", '{"database-security-group-no-public-ingress": {"allowedCidrs": ["10.0.0.0/8"]}}'],
  ["tabs, and an escaped letter", '{\n\t"rds-instance-multi\\u002daz":\n\t\t"advisory"\n}'],
  ["version 1 with environments", '{"environments": ["shop/prod"], "all": "mandatory"}'],
  ["version 2 without policies", '{"version": 2}'],
  [
    "version 2 with everything",
    `{
      "$schema": "./node_modules/aws-secure-database/dist/configuration/configuration.schema.json",
      "version": 2,
      "policies": {"all": "mandatory", "rds-instance-tagged": {"enabled": true}},
      "environments": [],
      "exceptions": {
        "EXC-1.a_b": {
          "reason": "agreed",
          "owner": "a key that Pulumi ignores",
          "match": [{"policies": ["rds-instance-multi-az"], "targets": ["urn:pulumi:dev::shop::aws:rds/instance:Instance::orders"]}]
        }
      }
    }`,
  ],
];

const levels = "advisory, mandatory, remediate, disabled";
const listing = "`npx aws-secure-database controls` lists them.";
const parts = "an exception needs a reason and a match, and each match policies and targets.";

/** Texts that are no JSON, or say a thing twice, with what is said about them by line. */
export const unreadable: readonly [name: string, text: string, problems: readonly string[]][] = [
  ["an empty file", "\n", ["1: the file is empty; it must hold a JSON object."]],
  ["a comma too many", '{\n"all": "advisory",\n}', ["3: not JSON: Expected double-quoted property name."]],
  ["a file that breaks off", '{\n"all":', ["2: not JSON: Unexpected end of JSON input."]],
  [
    "a word without quotes",
    '{\n"all": advisory,\n"rds-instance-multi-az": "advisory"\n}',
    ["2: not JSON: Unexpected token 'a'."],
  ],
  ["YAML", "all: advisory", ["1: not JSON: Unexpected token 'a'."]],
  [
    "a key that stands twice",
    '{\n"all": "advisory",\n"all": "mandatory"}',
    ['3: "all" stands here for the second time, and Pulumi would drop one of the two; keep one.'],
  ],
  [
    "a byte order mark",
    '\uFEFF{ "all": "advisory" }',
    ["1: the file starts with a byte order mark, which Pulumi does not read; save it as UTF-8 without one."],
  ],
];

/** JSON that is wrong, with what is said about it by line. */
export const wrong: readonly [name: string, text: string, problems: readonly string[]][] = [
  ["a list", "[]", ["1: the file holds []; it must hold a JSON object."]],
  ["null", "null", ["1: the file holds null; it must hold a JSON object."]],
  [
    "an unknown control that is nearly one",
    '{\n"rds-instance-multi_az": "advisory"}',
    [
      `2: rds-instance-multi_az is not a control, and Pulumi would ignore it silently; ${listing} Did you mean rds-instance-multi-az?`,
    ],
  ],
  [
    "an unknown control that is like none",
    '{"s3-bucket-public": "advisory"}',
    [`1: s3-bucket-public is not a control, and Pulumi would ignore it silently; ${listing}`],
  ],
  [
    "a control of that name in an object's prototype",
    '{"constructor": "advisory", "__proto__": "advisory"}',
    [
      `1: constructor is not a control, and Pulumi would ignore it silently; ${listing}`,
      `1: __proto__ is not a control, and Pulumi would ignore it silently; ${listing}`,
    ],
  ],
  [
    "an unknown level",
    '{"all": "Mandatory",\n"rds-instance-multi-az": "off",\n"rds-instance-tagged": {"enforcementLevel": "warn"}}',
    [
      `1: all is "Mandatory"; an enforcement level is one of ${levels}. Did you mean mandatory?`,
      `2: rds-instance-multi-az is "off"; an enforcement level is one of ${levels}.`,
      `3: rds-instance-tagged.enforcementLevel is "warn"; it must be one of ${levels}.`,
    ],
  ],
  [
    "a policy that is neither level nor object",
    '{"rds-instance-multi-az": true, "all": ["advisory"]}',
    [
      `1: all is ["advisory"]; it must be an enforcement level (${levels}) or an object with one and options.`,
      `1: rds-instance-multi-az is true; it must be an enforcement level (${levels}) or an object with one and options.`,
    ],
  ],
  [
    "an option for all",
    '{"all": {"minimumDays": 14}}',
    [
      '1: all.minimumDays would be ignored by Pulumi; "all" takes enforcementLevel alone, and options belong to one control.',
    ],
  ],
  [
    "an unknown option",
    '{"rds-instance-backup-retention": {\n"minimunDays": 14},\n"rds-instance-multi-az": {"zones": 3}}',
    [
      "2: rds-instance-backup-retention.minimunDays is not an option of the control; its options are minimumDays, beside enforcementLevel. Did you mean minimumDays?",
      "3: rds-instance-multi-az.zones is not an option of the control; it has none, beside enforcementLevel.",
    ],
  ],
  [
    "options of the wrong type or out of range",
    `{
      "rds-instance-backup-retention": {"minimumDays": 99},
      "database-security-group-no-public-ingress": {"allowedCidrs": ["10.0.0.0/8", 5]},
      "rds-instance-tagged": {
        "enabled": "yes",
        "profile": "lax"
      }
    }`,
    [
      "2: rds-instance-backup-retention.minimumDays is 99; it must be an integer from 1 to 35.",
      "3: database-security-group-no-public-ingress.allowedCidrs[1] is 5; it must be a string.",
      '5: rds-instance-tagged.enabled is "yes"; it must be true or false.',
      '6: rds-instance-tagged.profile is "lax"; it must be one of baseline, strict.',
    ],
  ],
  [
    "a text and a fraction for a number, a text for a list",
    '{"rds-instance-backup-retention": {"minimumDays": "14"},\n"database-security-group-no-public-ingress": {"allowedCidrs": "10.0.0.0/8"}}',
    [
      '1: rds-instance-backup-retention.minimumDays is "14"; it must be an integer from 1 to 35.',
      '2: database-security-group-no-public-ingress.allowedCidrs is "10.0.0.0/8"; it must be a list of strings.',
    ],
  ],
  [
    "environments that are none",
    '{"environments": ["shop/prod", 1]}',
    ["1: environments[1] is 1; it must be a string."],
  ],
  [
    "the keys of version 2 without it",
    '{"policies": {"all": "advisory"}}',
    ['1: policies belongs to version 2 of the file; add "version": 2.'],
  ],
  [
    "a version as text",
    '{"version": "2", "policies": {"all": "advisory"}}',
    ['1: version is "2"; it must be the number 2.'],
  ],
  ["a version that there is not", '{"version": 3}', ["1: version is 3; it must be the number 2."]],
  [
    "an unknown key of version 2",
    '{"version": 2, "policys": {}, "rds-instance-multi-az": "advisory"}',
    [
      "1: policys is not a key of a version 2 file; its keys are version, policies, exceptions, environments. Did you mean policies?",
      "1: rds-instance-multi-az is not a key of a version 2 file; its keys are version, policies, exceptions, environments.",
    ],
  ],
  [
    "policies of version 2",
    '{"version": 2, "policies": {\n"rds-instance-multiaz": "advisory",\n"rds-instance-multi-az": "off",\n"rds-instance-tagged": {"enabled": 1}}}',
    [
      `2: policies.rds-instance-multiaz is not a control, and Pulumi would ignore it silently; ${listing} Did you mean rds-instance-multi-az?`,
      `3: policies.rds-instance-multi-az is "off"; an enforcement level is one of ${levels}.`,
      "4: policies.rds-instance-tagged.enabled is 1; it must be true or false.",
    ],
  ],
  [
    "exceptions that Pulumi refuses",
    `{"version": 2, "exceptions": {
      "EXC 1": {"reason": "agreed", "match": [{"policies": ["rds-instance-multi-az"], "targets": ["urn:pulumi:dev::shop::t::n"]}]},
      "EXC-2": {
        "reason": " ",
        "match": []
      },
      "EXC-3": {"match": [{"policies": [], "targets": ["orders"]}, {}]},
      "EXC-4": "agreed"
    }}`,
    [
      '2: exceptions has the id "EXC 1"; an id consists of letters, digits, "-", "." and "_".',
      '4: exceptions.EXC-2.reason is " "; it must be a string that is not blank.',
      "5: exceptions.EXC-2.match is an empty list; it must have at least one entry.",
      `7: exceptions.EXC-3 has no reason; ${parts}`,
      "7: exceptions.EXC-3.match[0].policies is an empty list; it must have at least one entry.",
      '7: exceptions.EXC-3.match[0].targets[0] is "orders"; it must be a string such as urn:pulumi:prod::shop::aws:rds/instance:Instance::orders.',
      `7: exceptions.EXC-3.match[1] has no policies; ${parts}`,
      `7: exceptions.EXC-3.match[1] has no targets; ${parts}`,
      '8: exceptions.EXC-4 is "agreed"; it must be an object.',
    ],
  ],
  [
    "exceptions to unknown policies",
    `{"version": 2, "exceptions": {"EXC-1": {"reason": "agreed", "match": [{
      "policies": [
        "all",
        "rds-instance-multiaz"
      ],
      "targets": ["urn:pulumi:dev::shop::t::n"]}]}}}`,
    [
      `3: exceptions.EXC-1.match[0].policies[0] is "all", which is not a control; ${listing}`,
      `4: exceptions.EXC-1.match[0].policies[1] is "rds-instance-multiaz", which is not a control; ${listing} Did you mean rds-instance-multi-az?`,
    ],
  ],
];
