// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// The proof, of the sampler that ships; and that it is one: samplers that are wrong in one place each are refused.
#include "measure/proof.h"

#include <gtest/gtest.h>

namespace etalage {
namespace {

using measure::Answer;
using measure::Channel;

TEST(Proof, TheSamplerThatShipsIsExactlyEpsilonDifferentiallyPrivate) {
  EXPECT_EQ(test::refute([](const Channel& channel, std::uint32_t bucket, auto& words) {
              return measure::randomise(channel, bucket, words);
            }),
            "");
}

TEST(Proof, OfTheMostBucketsThereCanBe) {
  const auto sampler = [](const Channel& channel, std::uint32_t bucket, auto& words) {
    return measure::randomise(channel, bucket, words);
  };
  EXPECT_EQ(test::refute_randomised_response(
                {pack::Mechanism::randomised_response, pack::kMaxBuckets, 301, 3}, sampler),
            "");
}

// The sampler once more, each of its steps a member that a mutant replaces.
struct Steps {
  template <typename Words>
  static std::uint64_t end(std::uint32_t range) {
    return Words::kWords - Words::kWords % range;
  }
  static bool is_truth(std::uint32_t draw, std::uint32_t a) { return draw < a; }
  static std::uint32_t other(std::uint32_t draw, const Channel& c) { return (draw - c.a) / c.b; }
  static std::uint32_t skip(std::uint32_t other, std::uint32_t bucket) {
    return other + (other >= bucket ? 1 : 0);
  }
  static std::uint32_t weights(const Channel& c) { return c.a + (c.buckets - 1) * c.b; }
  static bool is_own_bit(std::uint32_t i, std::uint32_t bucket) { return i == bucket; }
  static bool is_set(std::uint32_t draw, const Channel& c) { return draw < c.b; }
  static std::uint32_t bit_weights(const Channel& c) { return c.a + c.b; }
  static constexpr std::uint32_t kHalves = 2;
  static constexpr bool kReusesWords = false;
};

template <typename Mutant>
struct Sampler {
  template <typename Words>
  static std::uint32_t uniform(Words& words, std::uint32_t range) {
    for (;;) {
      const std::uint64_t word = words.word();
      if (word < Mutant::template end<Words>(range) || words.failed()) {
        return static_cast<std::uint32_t>(word % range);
      }
    }
  }
  template <typename Words>
  Answer operator()(const Channel& channel, std::uint32_t bucket, Words& words) const {
    Answer answer;
    if (channel.is_randomised_response()) {
      const auto draw = uniform(words, Mutant::weights(channel));
      const bool is_truth = Mutant::is_truth(draw, channel.a);
      const auto other = draw < channel.a ? 0 : Mutant::other(draw, channel);
      // Never past the answer's end, whatever a mutant does.
      answer.set((is_truth ? bucket : Mutant::skip(other, bucket)) % pack::kMaxBuckets);
      return answer;
    }
    const Words first = words;
    for (std::uint32_t i = 0; i < channel.buckets; ++i) {
      if (Mutant::kReusesWords) words = first;
      const bool is_set =
          Mutant::is_own_bit(i, bucket)
              ? uniform(words, Mutant::kHalves) == 0
              : Mutant::is_set(uniform(words, Mutant::bit_weights(channel)), channel);
      if (is_set) answer.set(i);
    }
    return answer;
  }
};

struct TruthAndLieSwapped : Steps {
  static bool is_truth(std::uint32_t draw, std::uint32_t a) { return draw >= a; }
};
struct TruthTooOften : Steps {
  static bool is_truth(std::uint32_t draw, std::uint32_t a) { return draw <= a; }
};
struct TruthTooSeldom : Steps {
  static bool is_truth(std::uint32_t draw, std::uint32_t a) { return draw + 1 < a; }
};
struct OtherRoundedUp : Steps {
  static std::uint32_t other(std::uint32_t draw, const Channel& c) {
    return (draw - c.a + c.b - 1) / c.b;
  }
};
struct TruthNotSkipped : Steps {
  static std::uint32_t skip(std::uint32_t other, std::uint32_t) { return other; }
};
struct SkippedTooLate : Steps {
  static std::uint32_t skip(std::uint32_t other, std::uint32_t bucket) {
    return other + (other > bucket ? 1 : 0);
  }
};
struct OneBucketMore : Steps {
  static std::uint32_t weights(const Channel& c) { return c.a + c.buckets * c.b; }
};
struct OneBucketFewer : Steps {
  static std::uint32_t weights(const Channel& c) { return c.a + (c.buckets - 2) * c.b; }
};
struct NoRejection : Steps {
  template <typename Words>
  static std::uint64_t end(std::uint32_t) {
    return Words::kWords;
  }
};
struct RejectsOneTooFew : Steps {
  template <typename Words>
  static std::uint64_t end(std::uint32_t range) {
    return Steps::end<Words>(range) + 1;
  }
};
struct RejectsOneTooMany : Steps {
  template <typename Words>
  static std::uint64_t end(std::uint32_t range) {
    return Steps::end<Words>(range) - 1;
  }
};
struct BitsSwapped : Steps {
  static bool is_own_bit(std::uint32_t i, std::uint32_t bucket) { return i != bucket; }
};
struct BitsTooOften : Steps {
  static bool is_set(std::uint32_t draw, const Channel& c) { return draw <= c.b; }
};
struct BitsInverted : Steps {
  static bool is_set(std::uint32_t draw, const Channel& c) { return draw >= c.b; }
};
struct BitsOfOneWeight : Steps {
  static std::uint32_t bit_weights(const Channel& c) { return c.a; }
};
struct OwnBitOfThirds : Steps {
  static constexpr std::uint32_t kHalves = 3;
};
struct WordsReused : Steps {
  static constexpr bool kReusesWords = true;
};

template <typename Mutant>
class Mutants : public testing::Test {};
using All =
    testing::Types<TruthAndLieSwapped, TruthTooOften, TruthTooSeldom, OtherRoundedUp,
                   TruthNotSkipped, SkippedTooLate, OneBucketMore, OneBucketFewer, NoRejection,
                   RejectsOneTooFew, RejectsOneTooMany, BitsSwapped, BitsTooOften, BitsInverted,
                   BitsOfOneWeight, OwnBitOfThirds, WordsReused>;
TYPED_TEST_SUITE(Mutants, All);

TYPED_TEST(Mutants, AreRefused) { EXPECT_NE(test::refute(Sampler<TypeParam>{}), ""); }

TEST(Proof, HoldsOfTheStepsThatMutantsReplace) { EXPECT_EQ(test::refute(Sampler<Steps>{}), ""); }

}  // namespace
}  // namespace etalage
