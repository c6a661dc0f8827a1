package duban.catalog.obligation;

/** What the API document shows: one of each kind of rule. */
final class Examples {

  static final String QUOTA =
      """
      {"id": "o-080", "measureId": "chaoyang-2001-T4-2", "title": "听取常委会党组工作汇报",
       "quote": "区委常委会每年至少两次专题听取区人大常委会党组的工作汇报", "strength": "MUST",
       "who": {"responsible": ["QWCWH"], "coHandlers": [], "supervisor": "QWB",
               "remindTo": "RESPONSIBLE", "fanOut": "JOINT"},
       "rule": {"kind": "QUOTA", "period": "YEAR", "times": 2, "noun": "次汇报", "due": "--12-31",
                "pace": [{"count": 1, "by": "--06-30"}], "lead": "P20D", "reportWithin": "P10D",
                "conditions": [{"attribute": "form", "is": "专题"}], "roll": "PREVIOUS"},
       "evidence": ["会议纪要"], "rated": false, "afterDue": "EXPLAIN",
       "inferred": [{"field": "pace", "why": "上、下半年各一次"}]}
      """;

  static final String CHECKPOINTS =
      """
      {"id": "o-062z", "measureId": "chaoyang-2015-T3-3", "title": "法院代表建议三段督办",
       "quote": "坚持年初交办听方案、年中检查看进度、年底审议促落实的全程督办模式",
       "strength": "MUST",
       "who": {"responsible": ["QFY"], "addressee": "RDCWH", "supervisor": "RDCWH-BG",
               "fanOut": "JOINT"},
       "rule": {"kind": "CHECKPOINTS", "period": "YEAR",
                "checkpoints": [
                  {"name": "年初交办听方案", "opens": "--02-01", "due": "--04-30",
                   "actor": "RDCWH", "completes": "PLAN_HEARD"},
                  {"name": "年底审议促落实", "due": "--12-31", "completes": "REVIEWED_AT_MEETING"}],
                "roll": "PREVIOUS"},
       "rated": true, "afterDue": "MAKE_UP", "inForceFrom": "2028-01-01",
       "inForceTo": "2031-12-31",
       "inferred": [{"field": "responsible", "why": "原文未写主体"}]}
      """;

  static final String WINDOW =
      """
      {"id": "o-039", "measureId": "chaoyang-2015-T2-1", "title": "报送法律法规贯彻实施情况",
       "quote": "区政府工作部门每年10月份向人大常委会报送本部门贯彻实施1—2部法律法规的情况",
       "strength": "MUST",
       "who": {"responsible": ["QZF-BM"], "addressee": "RDCWH", "supervisor": "RDCWH-BG",
               "fanOut": "PER_UNIT"},
       "rule": {"kind": "WINDOW", "period": "YEAR", "times": 1, "noun": "份报告",
                "opens": "--10-01", "due": "--10-31", "lead": "P20D",
                "conditions": [{"attribute": "laws", "atLeast": 1, "atMost": 2}],
                "roll": "PREVIOUS"},
       "evidence": ["加盖公章的书面报告"], "afterDue": "MAKE_UP",
       "extension": {"max": "P15D", "times": 1}, "inForceFrom": "2027-01-01",
       "inferred": [{"field": "lead", "why": "窗口开始即国庆假期,须在9月上中旬告知"}]}
      """;

  private Examples() {}
}
