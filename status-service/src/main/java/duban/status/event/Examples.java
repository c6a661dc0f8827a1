package duban.status.event;

/** What the API document shows: the report of one department, as in the tutorial. */
final class Examples {

  static final String COUNTED =
      """
      {
        "id": "7d3f5c1e-2b64-4c55-9f0a-5d1c3a9e8b01",
        "deadlineId": "c8016298-c172-53b1-9eee-346aed4e1360",
        "type": "COUNTED",
        "effectiveOn": "2027-10-25",
        "attributes": {"laws": 1},
        "note": "已报送《中华人民共和国预算法》贯彻实施情况"
      }
      """;

  static final String LINKED =
      """
      {
        "id": "7d3f5c1e-2b64-4c55-9f0a-5d1c3a9e8b02",
        "deadlineId": "c8016298-c172-53b1-9eee-346aed4e1360",
        "type": "EVIDENCE_ADDED",
        "effectiveOn": "2027-10-25",
        "evidence": {"kind": "LINK", "url": "https://oa.chaoyang.example/2027/391"}
      }
      """;

  static final String CLAIMED =
      """
      {
        "id": "7d3f5c1e-2b64-4c55-9f0a-5d1c3a9e8b03",
        "deadlineId": "c8016298-c172-53b1-9eee-346aed4e1360",
        "type": "COMPLETION_CLAIMED",
        "effectiveOn": "2027-10-26",
        "signedOffBy": "张三",
        "evidence": {"kind": "TEXT", "text": "报告已加盖公章"}
      }
      """;

  static final String SENT_BACK =
      """
      {
        "id": "7d3f5c1e-2b64-4c55-9f0a-5d1c3a9e8b04",
        "deadlineId": "c8016298-c172-53b1-9eee-346aed4e1360",
        "type": "REWORK_ORDERED",
        "effectiveOn": "2027-10-27",
        "reason": "缺实施中的问题和建议",
        "reworkDueOn": "2027-11-10"
      }
      """;

  static final String VOIDED =
      """
      {
        "id": "7d3f5c1e-2b64-4c55-9f0a-5d1c3a9e8b05",
        "deadlineId": "c8016298-c172-53b1-9eee-346aed4e1360",
        "type": "VOIDED",
        "effectiveOn": "2027-10-27",
        "voids": "7d3f5c1e-2b64-4c55-9f0a-5d1c3a9e8b04",
        "reason": "误登"
      }
      """;

  static final String RATED =
      """
      {
        "id": "7d3f5c1e-2b64-4c55-9f0a-5d1c3a9e8b06",
        "deadlineId": "bb0363f2-ebaf-5ce7-8ab9-131be236bc61",
        "type": "RATED",
        "effectiveOn": "2027-12-30",
        "rating": "SATISFIED"
      }
      """;

  static final String VERIFIED =
      """
      {
        "id": "7d3f5c1e-2b64-4c55-9f0a-5d1c3a9e8b07",
        "deadlineId": "a6244895-ebd2-542e-b88c-e27dcd2e5173",
        "type": "VERIFIED",
        "effectiveOn": "2027-11-03",
        "outcome": "MET",
        "attributes": {"staff": 5}
      }
      """;

  static final String EXPLAINED =
      """
      {
        "id": "7d3f5c1e-2b64-4c55-9f0a-5d1c3a9e8b08",
        "deadlineId": "a72f6e2b-da67-567f-8037-0bfff2690239",
        "type": "EXPLAINED",
        "effectiveOn": "2028-01-11",
        "reason": "第二次会议因换届选举推迟至2028年1月召开"
      }
      """;

  static final String RECORDED =
      """
      {
        "id": "7d3f5c1e-2b64-4c55-9f0a-5d1c3a9e8b01",
        "deadlineId": "c8016298-c172-53b1-9eee-346aed4e1360",
        "measureId": "chaoyang-2015-T2-1",
        "unit": "QZF-BM-03",
        "type": "COUNTED",
        "typeName": "登记一次",
        "effectiveOn": "2027-10-25",
        "recordedAt": "2027-10-25T01:32:07.123456Z",
        "attributes": {"laws": 1},
        "personal": {"note": "已报送《中华人民共和国预算法》贯彻实施情况"},
        "seq": 28,
        "previous": "4f3c1d0a5be2d9f0c3b7a8968574635241302f1e0d9c8b7a6f5e4d3c2b1a0998",
        "hash": "9a1f0e2d3c4b5a69788796a5b4c3d2e1f00f1e2d3c4b5a69788796a5b4c3d2e1",
        "effect": "EFFECTIVE"
      }
      """;

  private Examples() {}
}
