package io.bellamy.training;

import io.bellamy.tuning.TrialResult;
import java.util.List;
import java.util.Map;

/**
 * What came of the trials of a search.
 *
 * @param best the best trial; its value and epoch are those of the model
 * @param validation all figures of that epoch
 * @param trials every trial, by number
 * @param validations the figures of each trial's best epoch, by trial number; absent where it never had a value
 * @param trainingRows how many runs were learned from
 * @param validationRows how many were held out
 */
public record SearchRecord(
        TrialResult best,
        Validation validation,
        List<TrialResult> trials,
        Map<Integer, Validation> validations,
        int trainingRows,
        int validationRows) {

    public SearchRecord {
        trials = List.copyOf(trials);
        validations = Map.copyOf(validations);
    }
}
